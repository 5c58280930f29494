import { z } from 'zod'

/** A length of time in milliseconds. */
export type Milliseconds = number

const UNITS = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000 } as const

const PATTERN = /^(?=.)(?:(\d{1,4})d)?(?:(\d{1,4})h)?(?:(\d{1,5})m)?(?:(\d{1,6})s)?$/

/** Reads `15m`, `2s`, `1h30m`, `3d`: days, hours, minutes, seconds in that order. Undefined for anything else. */
export function parseDuration(text: string): Milliseconds | undefined {
  const parts = PATTERN.exec(text)
  if (!parts) return undefined
  const [, d = '0', h = '0', m = '0', s = '0'] = parts
  return Number(d) * UNITS.d + Number(h) * UNITS.h + Number(m) * UNITS.m + Number(s) * UNITS.s
}

/** The shortest way to write a length of time in whole seconds, as an admin would: `90_000` → `1m30s`. */
export function formatDuration(ms: Milliseconds): string {
  let rest = Math.round(ms / 1000) * 1000
  let text = ''
  for (const [unit, size] of Object.entries(UNITS)) {
    const count = Math.floor(rest / size)
    rest -= count * size
    if (count > 0) text += `${count}${unit}`
  }
  return text === '' ? '0s' : text
}

/** A length of time of at least a second; comes out in milliseconds. */
export const duration = z
  .string('duration')
  .regex(PATTERN, { error: 'duration', abort: true })
  .refine((text) => (parseDuration(text) ?? 0) >= UNITS.s, 'duration')
  .transform((text): Milliseconds => parseDuration(text) ?? 0)
  .meta({ id: 'duration' })
