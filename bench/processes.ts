import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

export type Process = {
  readonly pid: number
  end(): Promise<void>
}

/** The environment without anything that would lead to a real Slack or somebody's data. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, LANG } = process.env
  return { PATH, HOME, TMPDIR, LANG }
}

/**
 * Starts one of the project's programs with only the environment given, and waits until `isReady` says so. `isReady` is given
 * what it has printed. Throws with that when it ends before.
 */
export async function startProcess(
  args: string[],
  env: Record<string, string>,
  isReady: (output: string) => Promise<boolean>,
): Promise<Process> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: root,
    env: { ...cleanEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output = `${output}${chunk}`.slice(-4000)
    })
  }
  for (;;) {
    if (!isAlive(child)) throw new Error(`${args.join(' ')} ended before it was ready:\n${output}`)
    if (await isReady(output).catch(() => false)) break
    await wait(50)
  }
  return {
    pid: child.pid ?? 0,
    async end() {
      if (!isAlive(child)) return
      child.kill('SIGTERM')
      const last = setTimeout(() => child.kill('SIGKILL'), 5000)
      await once(child, 'exit')
      clearTimeout(last)
    },
  }
}

const isAlive = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null

/** A port on loopback that nothing listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || !address) throw new Error('No port is free')
  return address.port
}
