import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readKey } from '../../src/doctor/key.ts'
import type { Status } from '../../src/edges/http/page.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

export type BotProcessOptions = {
  sandbox: { port: number }
  /** The data folder; also needed beside a database's address. */
  dataDir: string
  settingsPath: string
  databaseUrl?: string
  /** Secrets of the environment, by the names of their variables. */
  secrets?: Readonly<Record<string, string>>
}

/** The bot as a process of its own, as `npm run bot` runs it. */
export interface BotProcess {
  readonly url: string
  /** What it last wrote, for the words of a failure. */
  log(): string
  /** Whether it can take something now: `/readyz`. */
  isReady(): Promise<boolean>
  /** What it tells whoever has the key in its data folder; undefined while it does not answer. */
  status(): Promise<Status | undefined>
  /** SIGKILL. Resolves when it is gone. */
  kill(): Promise<void>
  /** SIGTERM. Resolves with its exit code. */
  stop(): Promise<number | null>
}

/** Starts the bot; resolves at once, long before it is ready. The port stays the same over a restart. */
export function startBotProcess({ sandbox, ...options }: BotProcessOptions, port: number): BotProcess {
  const {
    SLACK_BOT_TOKEN: _b,
    SLACK_APP_TOKEN: _a,
    SLACK_SIGNING_SECRET: _s,
    DATABASE_URL: _d,
    ...inherited
  } = process.env
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/main.ts'], {
    cwd: root,
    env: {
      ...inherited,
      NODE_ENV: 'production',
      PORT: String(port),
      SANDBOX_PORT: String(sandbox.port),
      SSSBOT_DATA: options.dataDir,
      SSSBOT_CONFIG: options.settingsPath,
      ...(options.databaseUrl ? { DATABASE_URL: options.databaseUrl } : {}),
      ...options.secrets,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  const keep = (chunk: Buffer) => {
    log = (log + chunk.toString()).slice(-4000)
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const gone = once(child, 'exit')
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    log: () => log,
    async isReady() {
      if (hasEnded(child)) throw new Error(`The bot has ended with ${child.exitCode ?? child.signalCode}:\n${log}`)
      const answer = await fetch(`${url}/readyz`).catch(() => undefined)
      return answer?.ok ?? false
    },
    async status() {
      const headers = { authorization: `Bearer ${readKey(join(options.dataDir, 'bot'))?.token}` }
      const answer = await fetch(`${url}/status`, { headers }).catch(() => undefined)
      return answer?.ok ? ((await answer.json()) as Status) : undefined
    },
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
    async stop() {
      child.kill('SIGTERM')
      await gone
      return child.exitCode
    },
  }
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
