import { expect, test, vi } from 'vitest'
import { countOf } from '../ci/count.ts'
import { runPlanted } from './planted.ts'
import { readRun } from './record.ts'

// Each of these starts Vitest once more: a second where it is quiet, a hundred times that on a crowded machine.
vi.setConfig({ testTimeout: 300_000 })

const passing = `test('two and two', () => { expect(2 + 2).toBe(4) })`

/** A test that fails when it is tried first and passes when it is tried again. */
const flaky = (name: string) => `let ${name} = 0; test('${name}', () => { ${name} += 1; expect(${name}).toBe(2) });`

test('tells a failure whole and tries nothing twice by itself', async () => {
  const failing = `test('sums', () => { console.log('a hint'); expect(2 + 2).toBe(5) })`
  const files = { 'a.test.js': failing, 'b.test.js': flaky('chancy'), 'c.test.js': passing }
  const { code, printed } = await runPlanted(files)
  expect(printed).toMatch(/✗ a\.test\.js > sums\n.*- 5\n\+ 4\n.*a\.test\.js:1:\d+\n.*a hint\n/s)
  expect(printed).toMatch(/Failed:\n {2}a\.test\.js > sums\n {2}b\.test\.js > chancy\n.*✗ 2 tests failed\.\n/s)
  expect(code).toBe(1)
})

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

test('ends with 0 where all passed, shuffled by the seed that it prints, under a load of which the tests hear', async () => {
  const numbers = Array.from({ length: 12 }, (_, n) => n)
  const tests = numbers.map((n) => `test('${n}', () => console.log('ran ${n}.', process.env.SSSBOT_TEST_PATIENCE))`)
  const args = ['--shuffle', '42', '--load', '2', '--retry=1']
  const { code, printed, record } = await runPlanted({ 'a.test.js': tests.join('\n') }, args)
  const ran = [...printed.matchAll(/ran (\d+)\. 2\n/g)].map((match) => Number(match[1]))
  expect(ran.toSorted((a, b) => a - b)).toEqual(numbers)
  expect(ran).not.toEqual(numbers)
  expect(printed).toContain('Shuffled by the seed 42.')
  expect(printed).toMatch(
    /\n\nFiles {6}1 passed, 0 failed\nTests {6}12 passed, 0 failed\nTime .+\nOrder .+ --shuffle 42\n/,
  )
  expect(printed).not.toContain('second try')
  expect(readRun(record)?.files).toMatchObject([{ path: 'a.test.js', state: 'passed' }])
  expect(code).toBe(0)
})
