import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { environmentOf } from './compiled.mjs'

test('the product keeps what it compiled for its next start; what is tested and measured does not', () => {
  const root = mkdtempSync(join(tmpdir(), 'sssbot-compiled-'))
  writeFileSync(join(root, 'main.mjs'), 'export const answer = 42\n')
  const { NODE_COMPILE_CACHE: _, ...env } = process.env
  const isKept = (/** @type {{ real?: boolean }} */ command) => {
    spawnSync(process.execPath, [join(root, 'main.mjs')], { env: environmentOf(command, root, env) })
    return existsSync(join(root, '.build', 'compiled'))
  }
  expect(isKept({})).toBe(false)
  expect(isKept({ real: true })).toBe(true)
  rmSync(root, { recursive: true })
})
