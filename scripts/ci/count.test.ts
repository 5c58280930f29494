import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { countOf } from './count.ts'

const folder = mkdtempSync(join(tmpdir(), 'sssbot-count-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const reportOf = (
  passed: number,
  failed: number,
  files: { status: string; assertionResults: { status: string }[] }[],
) => {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify({ numPassedTests: passed, numFailedTests: failed, testResults: files }))
  return file
}

test('tests are counted one by one', () => {
  const failed = { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] }
  expect(countOf(reportOf(7, 1, [failed]), 1)).toEqual({ passed: 7, failed: 1 })
})

test('a file that could not be loaded is a failure', () => {
  expect(countOf(reportOf(7, 0, [{ status: 'failed', assertionResults: [] }]), 1)).toEqual({ passed: 7, failed: 1 })
})

test('a run that ended badly, or left no report, is a failure', () => {
  expect(countOf(reportOf(7, 0, []), 1)).toEqual({ passed: 7, failed: 1 })
  expect(countOf(join(folder, 'none.json'), 0)).toEqual({ passed: 0, failed: 1 })
})
