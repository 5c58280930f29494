import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll } from 'vitest'
import { createSandbox, type Sandbox } from '../../sandbox/server/index.ts'
import { createDriver, type Driver } from '../../sandbox/server/testing/driver.ts'
import type { Finding } from '../../src/doctor/check.ts'
import { settingsText } from '../harness/bot.ts'
import { patience } from '../harness/patience.ts'
import { freePort } from '../harness/processes.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Where the command runs: a workspace, a data folder and a settings file of its own. */
export type Place = { folder: string; settingsPath: string; sandbox: Sandbox; driver: Driver; port: number }

/** Registers the hooks that make the place and take it away; it is filled before the first test. */
export function setPlace(): Place {
  // Filled by the hook, before any test reads it.
  const place = {} as Place
  beforeAll(async () => {
    place.folder = await mkdtemp(join(tmpdir(), 'doctor-'))
    place.settingsPath = join(place.folder, 'sssbot.yaml')
    await writeFile(place.settingsPath, await settingsText({}))
    place.sandbox = await createSandbox({ slowness: patience })
    place.driver = createDriver(place.sandbox.url)
    place.port = await freePort()
  })
  afterAll(async () => {
    await place.sandbox.close()
    await rm(place.folder, { recursive: true, force: true })
  })
  return place
}

/** Runs the command as npm does, to its end. */
export async function doctor(place: Place, args: string[], env: Record<string, string> = {}) {
  const child = begin(place, args, env)
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { out, err, code }
}

/** Begins the command. */
export function begin(place: Place, args: string[], env: Record<string, string> = {}) {
  const { SLACK_BOT_TOKEN: _b, SLACK_APP_TOKEN: _a, DATABASE_URL: _d, ...inherited } = process.env
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'scripts/doctor/main.ts', ...args], {
    cwd: root,
    env: {
      ...inherited,
      PORT: String(place.port),
      SANDBOX_PORT: String(place.sandbox.port),
      SSSBOT_DATA: place.folder,
      SSSBOT_CONFIG: place.settingsPath,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** What the command finds, by `--json`, in English. Throws what it printed where that is no JSON. */
export async function checksOf(place: Place, args: string[], env: Record<string, string> = {}) {
  const { out, err, code } = await doctor(place, ['--json', '--lang', 'en', ...args], env)
  try {
    const { checks } = JSON.parse(out) as { checks: Finding[] }
    return { checks, code, red: checks.flatMap(({ id, ok }) => (ok ? [] : [id])) }
  } catch {
    throw new Error(`No JSON:\n${out}\n${err}`)
  }
}
