import { join } from 'node:path'
import { install } from './install.mjs'
import { findNode24 } from './node24.mjs'
import { oneAtATime } from './one-at-a-time.mjs'
import { packagesState } from './packages.mjs'
import { step } from './progress.mjs'
import { buildWebPart, staleWebParts } from './web.mjs'

/**
 * Makes the project ready for a command and says which Node runs it. Quiet and quick where nothing is to do.
 * Throws SetupProblem with a sentence for the person who can act.
 * @param {string} root the project's folder
 * @param {{ packages: 'runtime' | 'all', web: boolean }} need
 * @returns {Promise<{ node: string }>}
 */
export const setUp = async (root, need) => {
  const dev = need.packages === 'all'
  const isReady = () => packagesState(root, dev) === 'ready' && (!need.web || staleWebParts(root).length === 0)
  if (isReady()) return { node: findNode24(root) }

  const sayWaiting = () => console.error('setup  another sssbot command is setting up this folder: waiting for it …')
  return oneAtATime(join(root, '.build', 'setup.lock'), sayWaiting, async () => {
    if (packagesState(root, dev) !== 'ready') {
      await step('installing packages from the lock file / パッケージを準備', () => install(root, dev))
    }
    const node = findNode24(root)
    for (const part of need.web ? staleWebParts(root) : []) {
      await step(`building ${part.folder} / 画面を準備`, () => buildWebPart(root, node, part))
    }
    return { node }
  })
}
