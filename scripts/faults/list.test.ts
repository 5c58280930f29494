import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../check/root.ts'
import { chosen, faultsIn } from './choose.ts'
import { misfit } from './fault.ts'
import { faults } from './list/index.ts'
import { withList } from './report.ts'

const read = (path: string) => readFileSync(join(root, path), 'utf8')

test.each(faults)('$id can be made, and its test is there', (fault) => {
  const { file, caughtBy } = fault
  expect(existsSync(join(root, file)), `${file} (moved: adjust)`).toBe(true)
  expect(misfit(fault, read(file))).toBeUndefined()
  expect(existsSync(join(root, caughtBy.file)), `${caughtBy.file} (moved: adjust)`).toBe(true)
  expect(read(caughtBy.file)).toContain(caughtBy.test ?? '')
  // `npm run seeded` runs what `npm test` runs.
  expect(caughtBy.file).not.toContain('.long.')
})

/** The rooms, and the features, in which no fault is made. */
const unproved = (among: typeof faults): string[] =>
  ['src/rooms', 'src/features'].flatMap((floor) =>
    readdirSync(join(root, floor), { withFileTypes: true })
      .filter((each) => each.isDirectory())
      .map(({ name }) => `${floor}/${name}/`)
      .filter((folder) => !among.some(({ file }) => file.startsWith(folder))),
  )

test('there are faults in every room and in every feature, and no two of one name', () => {
  expect(unproved(faults)).toEqual([])
  expect(unproved(faults.filter(({ file }) => !/\/(merging|board)\//.test(file)))).toEqual([
    'src/rooms/board/',
    'src/features/merging/',
  ])
  expect(new Set(faults.map(({ id }) => id)).size).toBe(faults.length)
})

test('docs/seeded-faults.md holds the list (else: npm run seeded -- --write)', () => {
  const document = read('docs/seeded-faults.md')
  expect(withList(document, faults)).toBe(document)
})

test('faults are chosen by name, by how names begin, by place and by what survived', () => {
  const [first, second, third] = faults.map(({ id }) => id)
  const ids = (choice: Partial<Parameters<typeof chosen>[1]>) =>
    chosen(faults, { ids: [], ...choice }).map(({ id }) => id)
  expect(ids({ ids: [`${second}`] })).toEqual([second])
  expect(ids({ ids: ['kit-'] }).every((id) => id.startsWith('kit-'))).toBe(true)
  expect(ids({ from: `${second}`, to: `${third}` })).toEqual([second, third])
  expect(ids({ among: [`${first}`], to: `${third}` })).toEqual([first])
  expect(() => ids({ ids: ['nothing-'] })).toThrow('There is no fault nothing-')
})

test('faults of one test file are tried together', () => {
  const groups = faultsIn(faults)
  expect(groups.flat().length).toBe(faults.length)
  expect(new Set(groups.map(([fault]) => fault?.caughtBy.file)).size).toBe(groups.length)
})
