import { expect, test, vi } from 'vitest'
import { countOf } from '../ci/count.ts'
import { runPlanted } from './planted.ts'

// Each of these starts Vitest once more: a second where it is quiet, a hundred times that on a crowded machine.
vi.setConfig({ testTimeout: 300_000 })

const passing = `test('two and two', () => { expect(2 + 2).toBe(4) })`

/** A test that fails when it is tried first and passes when it is tried again. */
const flaky = (name: string) => `let ${name} = 0; test('${name}', () => { ${name} += 1; expect(${name}).toBe(2) });`

test('fails for a file that cannot be loaded', async () => {
  const { code, printed } = await runPlanted({ 'a.test.js': `import './gone.js'`, 'b.test.js': passing })
  expect(printed).toContain('gone.js')
  expect(printed).toContain('✗ 1 file failed outside of a test.')
  expect(code).toBe(1)
})

test('fails for an error that belongs to no test', async () => {
  const loose = `test('passes', async () => { Promise.reject(new Error('loose end')); await new Promise(setImmediate) })`
  const { code, printed, report } = await runPlanted({ 'a.test.js': loose })
  expect(printed).toContain('loose end')
  expect(printed).toContain('✗ 1 error belonged to no test.')
  expect(code).toBe(1)
  expect(countOf(report, code)).toEqual({ passed: 1, failed: 1 })
})

test('fails where it finds no test', async () => {
  const { code, printed } = await runPlanted({ 'a.test.js': passing }, ['nowhere'])
  expect(printed).toContain('✗ No test ran.')
  expect(code).toBe(1)
})

test('fails where Vitest ends with 0 before it has told what came of the tests', async () => {
  const files = { 'a.test.js': passing, 'setup.js': 'export default () => process.exit(0)' }
  const { code, printed } = await runPlanted(files, [], { globalSetup: ['setup.js'] })
  expect(printed).toContain('✗ Vitest ended with code 0 before it told what came of the tests.')
  expect(code).toBe(1)
})

test('names two tests that needed a second try, and passes', async () => {
  const { code, printed } = await runPlanted({ 'a.test.js': flaky('first') + flaky('second') }, ['--retry=1'])
  expect(printed).toContain('2 tests needed a second try:\n  a.test.js > first\n  a.test.js > second\n')
  expect(code).toBe(0)
})

test('fails for three of them, although each passed in the end, and counts as one failure', async () => {
  const files = { 'a.test.js': flaky('first') + flaky('second'), 'b.test.js': flaky('third') }
  const { code, printed, report } = await runPlanted(files, ['--retry=1'])
  expect(printed).toMatch(/✗ 3 tests needed a second try; 2 may\./)
  expect(code).toBe(1)
  expect(countOf(report, code)).toEqual({ passed: 3, failed: 1 })
})
