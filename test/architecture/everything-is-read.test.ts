import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { features, rooms } from '../../.dependency-cruiser.mjs'
import { projectFiles } from '../../scripts/check/files.ts'
import { cruise, root } from './cruise.ts'

const sources = projectFiles(root).filter((path) => /^(src|sandbox)\/.*\.tsx?$/.test(path) && !path.endsWith('.d.ts'))

test('dependency-cruiser reads every module, and its imports', async () => {
  const { modules } = await cruise(root, ['src', 'sandbox'])
  const seen = new Map(modules.map(({ source, dependencies }) => [source, dependencies.length]))
  const importing = (path: string) => /^(import|export) .*from '/m.test(readFileSync(join(root, path), 'utf8'))

  expect(sources.length).toBeGreaterThan(100)
  expect(sources.filter((path) => !seen.has(path))).toEqual([])
  expect(sources.filter((path) => importing(path) && seen.get(path) === 0)).toEqual([])
})

test('the list of rooms names every room', () => {
  const folders = readdirSync(join(root, 'src', 'rooms'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, 'src', 'rooms', entry.name, 'index.ts')))
    .map(({ name }) => name)
  expect(folders.filter((name) => !rooms.includes(name))).toEqual([])
})

test('the list of features names every feature', () => {
  const folders = readdirSync(join(root, 'src', 'features'), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  )
  expect(folders.toSorted()).toEqual(features.toSorted())
})
