import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createManualClock } from '../kit/clock.ts'
import { SetupError } from '../kit/db/setup-error.ts'
import { silentLog } from '../kit/log.ts'
import type { Problem } from '../rooms/settings/index.ts'
import { createSettingsFile, type SettingsFile } from './settings-file.ts'
import { LOOK_MS } from './settings-file-watch.ts'

const services = 'services:\n  a:\n    name: サービスA\n'
const checkpoint = (every: string) => `${services}timekeeper:\n  checkpoint: ${every}\n`
const MINUTE = 60_000

let folder: string
let path: string
let open: SettingsFile | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'))
  path = join(folder, 'sssbot.yaml')
})
afterEach(() => {
  open?.close()
  open = undefined
  rmSync(folder, { recursive: true })
})

/** Opens the file on the real clock, so that the system's own signs of change are what counts. */
function openFile() {
  const refused: (readonly Problem[])[] = []
  open = createSettingsFile({ path, log: silentLog, onRefused: (problems) => refused.push(problems) })
  const file = open
  return {
    refused,
    minutes: () => file.current().timekeeper.checkpoint / MINUTE,
    /** Quicker than the regular look: the sign itself must have arrived. */
    becomes: (minutes: number) =>
      vi.waitFor(() => expect(file.current().timekeeper.checkpoint).toBe(minutes * MINUTE), LOOK_MS - 500),
  }
}

describe('at the start', () => {
  test('no file gives one line that names the place', () => {
    const start = () => createSettingsFile({ path, log: silentLog })
    expect(start).toThrow(SetupError)
    expect(start).toThrow(/^[^\n]*There is no settings file: [^\n]*sssbot\.yaml[^\n]*$/)
  })

  test('a folder in its place is told as such', () => {
    mkdirSync(path)
    expect(() => createSettingsFile({ path, log: silentLog })).toThrow(/cannot be read \(EISDIR\)/)
  })

  test('a broken file gives every problem at once, in the language that it asks for', () => {
    writeFileSync(path, 'language: en\nservices:\n  a:\n    nam: A\ntimekeeper:\n  checkpoint: soon\n')
    expect(() => createSettingsFile({ path, log: silentLog })).toThrow(
      /The settings are wrong[\s\S]*sssbot\.yaml:3:3 {2}services\.a\.name: is missing[\s\S]*4:5 {2}services\.a\.nam: unknown setting — did you mean "name"\?[\s\S]*6:15/,
    )
    writeFileSync(path, 'services:\n  a:\n    nam: A\n')
    expect(() => createSettingsFile({ path, log: silentLog })).toThrow(/設定に誤りがあります/)
  })
})

describe('while the bot runs', () => {
  test('an edit in place comes into force', async () => {
    writeFileSync(path, checkpoint('15m'))
    const { minutes, becomes } = openFile()
    expect(minutes()).toBe(15)
    writeFileSync(path, checkpoint('5m'))
    await becomes(5)
  })

  test('an editor that renames a new file into place is followed, more than once', async () => {
    writeFileSync(path, checkpoint('15m'))
    const { becomes } = openFile()
    for (const every of [5, 7]) {
      writeFileSync(join(folder, '.new'), checkpoint(`${every}m`))
      renameSync(join(folder, '.new'), path)
      await becomes(every)
    }
  })

  test('a mounted ConfigMap, whose link is turned to a new folder, is followed', async () => {
    const publish = (version: string, every: string) => {
      mkdirSync(join(folder, version))
      writeFileSync(join(folder, version, 'sssbot.yaml'), checkpoint(every))
      symlinkSync(version, join(folder, '..data_tmp'))
      renameSync(join(folder, '..data_tmp'), join(folder, '..data'))
    }
    publish('..v1', '15m')
    symlinkSync(join('..data', 'sssbot.yaml'), path)
    const { becomes } = openFile()
    publish('..v2', '5m')
    await becomes(5)
    publish('..v3', '7m')
    await becomes(7)
  })

  test('a link to a file elsewhere is followed when that file changes', async () => {
    mkdirSync(join(folder, 'elsewhere'))
    const real = join(folder, 'elsewhere', 'real.yaml')
    writeFileSync(real, checkpoint('15m'))
    symlinkSync(real, path)
    const { becomes } = openFile()
    writeFileSync(real, checkpoint('5m'))
    await becomes(5)
  })

  test('a mistake is refused and told, what held before goes on, and the correction comes into force', async () => {
    writeFileSync(path, checkpoint('15m'))
    const { refused, minutes, becomes } = openFile()
    writeFileSync(path, checkpoint('soon'))
    await vi.waitFor(() => expect(refused).toHaveLength(1), LOOK_MS - 500)
    expect(refused[0]?.[0]).toMatchObject({ line: 5, column: 15, path: 'timekeeper.checkpoint' })
    expect(minutes()).toBe(15)
    writeFileSync(path, checkpoint('5m'))
    await becomes(5)
    expect(refused).toHaveLength(1)
  })
})

describe('where the system gives no sign', () => {
  /** Opens on a clock that stands still: a sign then leads to nothing, only the regular look. */
  function openStill() {
    const clock = createManualClock()
    const said: string[] = []
    open = createSettingsFile({
      path,
      log: silentLog,
      clock,
      onRefused: (problems) => said.push(problems.map(({ message }) => message.en).join()),
      onChanged: (settings, before) =>
        said.push(`${before.timekeeper.checkpoint / MINUTE} → ${settings.timekeeper.checkpoint / MINUTE}`),
    })
    return { said, look: () => clock.advanceBy(LOOK_MS) }
  }

  test('the regular look finds the change and tells it once', async () => {
    writeFileSync(path, checkpoint('15m'))
    const { said, look } = openStill()
    writeFileSync(path, checkpoint('5m'))
    await look()
    await look()
    expect(said).toEqual(['15 → 5'])
  })

  test('a file that is gone for a moment is forgiven; one that stays away is told once, and its return is no change', async () => {
    writeFileSync(path, checkpoint('15m'))
    const { said, look } = openStill()
    await look()
    rmSync(path)
    await look()
    expect(said).toEqual([])
    await look()
    await look()
    expect(said).toEqual(['the file is gone; the settings before stay'])
    writeFileSync(path, checkpoint('15m'))
    await look()
    expect(said).toHaveLength(1)
    expect(open?.current().timekeeper.checkpoint).toBe(15 * MINUTE)
  })

  test('a mistake that stands is told once, and its undoing brings no change', async () => {
    writeFileSync(path, checkpoint('15m'))
    const { said, look } = openStill()
    writeFileSync(path, checkpoint('soon'))
    await look()
    await look()
    expect(said).toHaveLength(1)
    writeFileSync(path, checkpoint('15m'))
    await look()
    expect(said).toHaveLength(1)
  })

  test('a listener that fails does not stop the watching', async () => {
    writeFileSync(path, checkpoint('15m'))
    const clock = createManualClock()
    open = createSettingsFile({
      path,
      log: silentLog,
      clock,
      onChanged: () => {
        throw new Error('no')
      },
    })
    for (const every of [5, 7]) {
      writeFileSync(path, checkpoint(`${every}m`))
      await clock.advanceBy(LOOK_MS)
      expect(open.current().timekeeper.checkpoint).toBe(every * MINUTE)
    }
  })
})

describe('a template beside the file', () => {
  const withTemplate = `${services}postmortem:\n  templates:\n    - file: postmortem.md\n`
  const template = () => open?.current().postmortem.templates[0]?.text

  test('is read with the settings, and again when it changes; a wrong one is refused and the one before stays', async () => {
    const beside = join(folder, 'postmortem.md')
    writeFileSync(path, withTemplate)
    writeFileSync(beside, '# {{title}}\n')
    const { refused } = openFile()
    expect(template()).toBe('# {{title}}\n')
    writeFileSync(beside, '# {{titel}}\n')
    await vi.waitFor(() => expect(refused).toHaveLength(1), LOOK_MS - 500)
    expect(refused[0]?.[0]).toMatchObject({ file: 'postmortem.md', line: 1 })
    expect(template()).toBe('# {{title}}\n')
    writeFileSync(beside, '# {{title}}\n\n{{cause}}\n')
    await vi.waitFor(() => expect(template()).toBe('# {{title}}\n\n{{cause}}\n'), LOOK_MS - 500)
  })

  test('that is not there stops the start, in words', () => {
    writeFileSync(path, withTemplate)
    expect(() => createSettingsFile({ path, log: silentLog })).toThrow(
      /postmortem\.templates\[0\]\.file: .*postmortem\.md/,
    )
  })
})
