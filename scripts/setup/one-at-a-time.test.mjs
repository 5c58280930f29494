import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { oneAtATime } from './one-at-a-time.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sssbot-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const inAnotherProcess = (/** @type {string} */ lock, /** @type {string} */ diary) =>
  promisify(execFile)(process.execPath, [
    '--input-type=module',
    '--eval',
    `import { appendFileSync } from 'node:fs'
     import { oneAtATime } from ${JSON.stringify(new URL('one-at-a-time.mjs', import.meta.url).href)}
     const [lock, diary] = ${JSON.stringify([lock, diary])}
     await oneAtATime(lock, () => {}, async () => {
       appendFileSync(diary, 'in ')
       for (let turn = 0; turn < 1000; turn += 1) await new Promise((resolve) => setImmediate(resolve))
       appendFileSync(diary, 'out ')
     })`,
  ])

test('five processes take the place of a killed one after each other', async () => {
  const lock = join(folder, 'setup.lock')
  const diary = join(folder, 'diary')
  // No process has this number: it is above the largest that Linux gives (4194304).
  writeFileSync(lock, '4194305')
  await Promise.all(Array.from({ length: 5 }, () => inAnotherProcess(lock, diary)))
  expect(readFileSync(diary, 'utf8')).toBe('in out '.repeat(5))
})

test('work that fails gives its place back', async () => {
  const file = join(folder, 'setup.lock')
  await expect(
    oneAtATime(
      file,
      () => {},
      () => Promise.reject(new Error('broke')),
    ),
  ).rejects.toThrow('broke')
  await expect(
    oneAtATime(
      file,
      () => {},
      async () => 'next',
    ),
  ).resolves.toBe('next')
})
