import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createGit } from './index.ts'

let folder: string
const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8' }).trim()
const author = { name: 'sssbot', email: 'sssbot@localhost' }
const file = { branch: 'bot', path: '文書/a.md', content: '# 決済\n', message: '下書き', author }

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sssbot-kit-git-'))
  git('init', '--quiet', '--initial-branch=main')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a file comes onto a branch that nobody had, and the next one onto it', async () => {
  const here = createGit(folder)
  expect(await here.head('bot')).toEqual({ is: 'done', value: null })
  const first = await here.write({ ...file, parent: null })
  const head = await here.head('bot')
  if (first.is !== 'done' || first.value === 'moved' || head.is !== 'done') throw new Error(JSON.stringify(first))
  expect(head.value).toBe(first.value.commit)
  await here.write({ ...file, path: 'b.md', parent: head.value })
  expect(git('show', 'bot:文書/a.md')).toBe('# 決済')
  expect(git('log', '--format=%an %s', 'bot')).toBe('sssbot 下書き\nsssbot 下書き')
})

test('who comes second is told, and nothing is lost', async () => {
  const here = createGit(folder)
  await here.write({ ...file, parent: null })
  expect(await here.write({ ...file, content: 'other', parent: null })).toEqual({ is: 'done', value: 'moved' })
  expect(git('show', 'bot:文書/a.md')).toBe('# 決済')
})

test('files that lie there, and what is staged, stay as they are', async () => {
  writeFileSync(join(folder, 'mine.txt'), 'mine')
  git('add', 'mine.txt')
  await createGit(folder).write({ ...file, parent: null })
  expect(readFileSync(join(folder, 'mine.txt'), 'utf8')).toBe('mine')
  expect(git('status', '--porcelain')).toBe('A  mine.txt')
})

test('a folder that is none says so, and a branch in use is named', async () => {
  expect(await createGit(tmpdir()).look()).toMatchObject({ is: 'failed' })
  expect(await createGit(folder).look()).toEqual({ is: 'done', value: { checkedOut: ['main'] } })
})
