import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/**
 * By it the doctor finds the bot that runs, and proves that it may look where the bot keeps its data. It lies in the data
 * folder, readable for the bot's own user alone, for as long as the bot runs.
 */
export type Key = { url: string; token: string; pid: number }

const shape = z.object({ url: z.url(), token: z.string().min(32), pid: z.number() })

const placeIn = (folder: string) => join(folder, 'doctor.json')

/** Lays the key. Throws the system's error where the folder cannot be written. */
export function layKey(folder: string, key: Key): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  rmSync(placeIn(folder), { force: true })
  writeFileSync(placeIn(folder), JSON.stringify(key), { mode: 0o600, flag: 'wx' })
}

/** The key of the bot that runs on this folder; undefined where there is none. It may be of one that was killed. */
export function readKey(folder: string): Key | undefined {
  try {
    return shape.parse(JSON.parse(readFileSync(placeIn(folder), 'utf8')))
  } catch {
    // None, not ours to read, or being written: the doctor looks by itself then.
    return undefined
  }
}

/** Takes the key away, if it is still the one with this token. */
export function takeKey(folder: string, token: string): void {
  if (readKey(folder)?.token === token) rmSync(placeIn(folder), { force: true })
}
