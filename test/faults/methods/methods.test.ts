import { glob, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { methods } from '../../../src/kit/slack/methods.ts'
import { patient } from '../../harness/patience.ts'
import { cases, matrix } from './matrix.ts'
import { tryCases } from './try.ts'

const root = new URL('../../../src/', import.meta.url)

/** The methods that the code of the rooms names. */
async function called(): Promise<string[]> {
  const names = Object.keys(methods)
  const found = new Set<string>()
  for await (const path of glob('{rooms,edges}/**/*.ts', { cwd: root })) {
    const text = await readFile(new URL(path, root), 'utf8')
    for (const name of names) if (text.includes(`'${name}'`)) found.add(name)
  }
  return [...found].sort()
}

/** Methods that no step of the response calls, and what tries them: whoever is named and not known, taken out, or to be forgotten. */
const elsewhere: Readonly<Record<string, string>> = {
  'bookmarks.remove': 'test/stories/moved-channel.test.ts',
  'chat.delete': 'test/stories/made-private.test.ts',
  'conversations.kick': 'test/stories/private.test.ts',
  'users.info': 'test/faults/look-up.long.test.ts',
  'users.lookupByEmail': 'test/faults/look-up.long.test.ts',
}

test('every method that the bot calls has its troubles in the matrix, and no other', async () => {
  const tried = Object.entries(matrix).flatMap(([name, row]) => (row ? [name] : []))
  expect([...tried, ...Object.keys(elsewhere)].sort()).toEqual(await called())
  expect(Object.keys(matrix).sort()).toEqual(Object.keys(methods).sort())
  for (const [method, path] of Object.entries(elsewhere))
    expect(await readFile(new URL(`../${path}`, root), 'utf8'), path).toContain(method)
})

test('a bookmark that the bot may not set for a while: the card tells it, and in the end it stands', {
  timeout: patient(120_000),
}, async () => {
  const some = cases.filter(({ method, trouble }) => method === 'bookmarks.add' && trouble.name === 'missing_scope')
  expect(some).toHaveLength(1)
  expect(await tryCases(some, 'PGlite', 'declare')).toEqual([])
})
