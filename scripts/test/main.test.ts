import { expect, test, vi } from 'vitest'
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
