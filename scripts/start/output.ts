import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'

const colours: Record<string, number> = { bot: 36, sandbox: 35, web: 34 }
const levels: Record<string, string> = {
  40: '\x1b[33mwarn\x1b[0m ',
  50: '\x1b[31merror\x1b[0m ',
  60: '\x1b[31mfatal\x1b[0m ',
}

const parsed = (line: string): Record<string, unknown> | undefined => {
  if (!line.startsWith('{')) return undefined
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

const numericLevel = (level: unknown): string =>
  ({ warn: '40', error: '50', fatal: '60' })[String(level)] ?? String(level)

/** A line of a process as a person on a terminal reads it: the process, and the words of a log entry. */
export const forPerson = (name: string, line: string): string => {
  const entry = parsed(line)
  const detail = entry?.err instanceof Object && 'message' in entry.err ? `: ${entry.err.message}` : ''
  const words =
    entry && typeof entry.msg === 'string' ? `${levels[numericLevel(entry.level)] ?? ''}${entry.msg}${detail}` : line
  return `\x1b[${colours[name] ?? 0}m${name.padEnd(7)}\x1b[0m │ ${words}`
}

/** Passes the lines of a process on: in words on a terminal, untouched elsewhere, where a program may read them. */
export const passOn = (name: string, from: Readable, to: Writable & { isTTY?: boolean }): void => {
  createInterface({ input: from }).on('line', (line) => to.write(`${to.isTTY ? forPerson(name, line) : line}\n`))
}
