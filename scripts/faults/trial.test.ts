import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../check/root.ts'
import type { Fault } from './fault.ts'
import { copyOf, type Tree } from './tree.ts'
import { patternOf, soundness, type TrialOptions, tryFault } from './trial.ts'

const source =
  'export const isDue = (at: number, now: number) => at <= now\nexport const isLate = (by: number) => by > 0\n'
const tests = `import { expect, test } from 'vitest'
import { isDue } from './due.ts'
test('what is still to come is not due', () => expect(isDue(2, 1)).toBe(false))
test('on PostgreSQL: nothing is right', () => expect(1).toBe(2))
`

let project: string
let tree: Tree
beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'sssbot-planted-'))
  await mkdir(join(project, 'data'))
  await writeFile(join(project, 'due.ts'), source)
  await writeFile(join(project, 'due.test.ts'), tests)
  await symlink(join(root, 'node_modules'), join(project, 'node_modules'))
  tree = await copyOf(project)
})
afterAll(async () => {
  await tree?.remove()
  await rm(project, { recursive: true, force: true })
})

const planted = (change: Partial<Fault>): Fault => ({
  id: 'planted',
  kind: 'wrong comparison',
  file: 'due.ts',
  find: 'at <= now',
  replace: 'at >= now',
  caughtBy: { file: 'due.test.ts', test: 'what is still to come' },
  ...change,
})
const options: TrialOptions = {
  limitMs: 60_000,
  signal: new AbortController().signal,
  without: 'on PostgreSQL',
  whole: false,
}

test('a fault that a test notices is caught, and the project is left as it was', async () => {
  const caught = await tryFault(tree, planted({}), options)
  expect(caught).toEqual({
    id: 'planted',
    verdict: 'caught',
    by: expect.stringMatching(/^what is still to come is not due: AssertionError: expected true to be false/),
  })
  expect(await readFile(join(tree.folder, 'due.ts'), 'utf8')).toBe(source)
  expect(await readFile(join(project, 'due.ts'), 'utf8')).toBe(source)
})

test('a fault that no test looks at survives', async () => {
  const fault = planted({ find: 'by > 0', replace: 'by >= 0' })
  expect(await tryFault(tree, fault, options)).toMatchObject({ verdict: 'survived', by: null })
})

test('a fault that keeps the tests from loading proves nothing', async () => {
  const fault = planted({ find: 'isDue = (', replace: 'isDue = ((' })
  expect(await tryFault(tree, fault, options)).toMatchObject({ verdict: 'unloadable' })
})

test('stopped, it says nothing of the fault and takes it out again', async () => {
  const stopped = { ...options, signal: AbortSignal.abort(new Error('SIGINT')) }
  await expect(tryFault(tree, planted({}), stopped)).rejects.toThrow('SIGINT')
  expect(await readFile(join(tree.folder, 'due.ts'), 'utf8')).toBe(source)
})

test('a run that takes too long proves nothing', async () => {
  expect(await tryFault(tree, planted({}), { ...options, limitMs: 1 })).toMatchObject({ verdict: 'late' })
})

test('a text that is gone, or stands there twice, is told', async () => {
  expect(await tryFault(tree, planted({ find: 'at < now' }), options)).toMatchObject({
    verdict: 'misfit',
    by: 'planted: its text is not found any more (moved: adjust)',
  })
  expect(await tryFault(tree, planted({ find: 'now' }), options)).toMatchObject({
    verdict: 'misfit',
    by: 'planted: its text stands there 2 times',
  })
  expect(await tryFault(tree, planted({ file: 'gone.ts' }), options)).toMatchObject({ verdict: 'misfit' })
})

test('a test that fails without the fault, or is not there, proves nothing', async () => {
  const failing = planted({ id: 'failing', caughtBy: { file: 'due.test.ts', test: 'nothing is right' } })
  const gone = planted({ id: 'gone', caughtBy: { file: 'due.test.ts', test: 'renamed' } })
  const unsound = await soundness(tree, [planted({}), failing, gone], { ...options, without: undefined })
  expect([...unsound]).toEqual([
    ['failing', expect.stringMatching(/^fails without the fault: on PostgreSQL: nothing is right: AssertionError/)],
    ['gone', 'there is no such test'],
  ])
})

test('tests are chosen by a part of their names, letter by letter, and one database can be left out', () => {
  const matches = (name: string, ...from: Parameters<typeof patternOf>) =>
    new RegExp(patternOf(...from) ?? '').test(name)
  expect(patternOf([undefined, 'one'], undefined)).toBeUndefined()
  expect(matches('on PGlite who? (nobody)', ['one', 'who? ('], 'on PostgreSQL')).toBe(true)
  expect(matches('on PostgreSQL who? (nobody)', ['who? ('], 'on PostgreSQL')).toBe(false)
  expect(matches('on PostgreSQL who? (nobody)', ['who? ('], undefined)).toBe(true)
  expect(matches('on PGlite another', ['one'], 'on PostgreSQL')).toBe(false)
})
