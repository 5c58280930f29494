import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import { readOptions } from '../../scripts/doctor/options.ts'
import { begin, checksOf, doctor, setPlace } from './command.ts'

const place = setPlace()

describe('where no bot runs', () => {
  test('a person reads ✓ and the sum in their language, and 0 is the end', async () => {
    const { out, code } = await doctor(place, ['--try'], { LANG: 'ja_JP.UTF-8', LC_ALL: '' })
    expect(out).toMatch(/^✓ Node \d/m)
    expect(out).toMatch(/^✓ 試しのチャンネル #診断-\d+ を作りました$/m)
    expect(out).not.toContain('✗')
    expect(out).toMatch(/すべて正常です（\d+ 項目、[\d.]+ 秒）\n$/)
    expect(code).toBe(0)
  })

  test('stopped in the middle of a trial it archives what it has made, and 1 is the end', async () => {
    // Slow enough that the signal finds it at work.
    await place.driver.fault({ method: 'chat.postMessage', latency_ms: 1_500 })
    const child = begin(place, ['--try', '--lang', 'en'])
    child.stdout.on('data', (part: Buffer) => part.includes('The scratch channel #') && child.kill('SIGINT'))
    const [code] = await once(child, 'exit')
    expect(code).toBe(1)
    const { channels } = await place.driver.state()
    const scratch = channels.filter(({ name }) => name.startsWith('診断-'))
    expect(scratch.length).toBeGreaterThan(0)
    expect(scratch.filter(({ is_archived }) => !is_archived)).toEqual([])
    await place.driver.clearFaults()
  })

  test('a wrong environment is one finding, and 1 is the end', async () => {
    const { checks, code } = await checksOf(place, [], { PORT: 'abc' })
    expect(checks).toEqual([
      { id: 'environment.config', ok: false, what: expect.stringContaining('PORT=abc'), fix: expect.any(String) },
    ])
    expect(code).toBe(1)
  })

  test('what is typed wrong is told in one line', async () => {
    const { err, code } = await doctor(place, ['--jason'])
    expect(err).toMatch(/^sssbot: .*--jason.*Usage.*\n$/)
    expect(code).toBe(1)
  })

  test('the language is that of --lang, or else of the environment', () => {
    expect(readOptions([], { LANG: 'ja_JP.UTF-8' }).locale).toBe('ja')
    expect(readOptions([], { LANG: 'ja_JP.UTF-8', LC_ALL: 'C' }).locale).toBe('en')
    expect(readOptions([], {}).locale).toBe('en')
    expect(readOptions(['--lang', 'ja'], { LANG: 'en_GB.UTF-8' }).locale).toBe('ja')
    expect(() => readOptions(['--lang', 'de'], {})).toThrow('--lang')
  })
})
