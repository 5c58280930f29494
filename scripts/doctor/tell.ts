import type { Finding } from '../../src/doctor/check.ts'
import type { Line } from '../../src/doctor/lines.ts'
import { redact } from '../../src/kit/redact.ts'
import type { Options } from './options.ts'
import { texts } from './texts.ts'

export type Output = { write(text: string): unknown; isTTY?: boolean | undefined }

/** Tells the findings as they come, and how many need something done. Secrets are struck out whatever comes. */
export async function tell(
  lines: AsyncIterable<Line>,
  { json, locale }: Options,
  { out, err, elapsedMs }: { out: Output; err: Output; elapsedMs(): number },
): Promise<Finding[]> {
  const t = texts.in(locale)
  const found: Finding[] = []
  const colour = out.isTTY
    ? (code: number, text: string) => `\x1b[${code}m${text}\x1b[0m`
    : (_: number, text: string) => text
  for await (const line of lines) {
    if ('progress' in line) {
      err.write(`… ${line.progress}\n`)
      continue
    }
    const { id, ok, what, fix } = line.check
    const check = { id, ok, what: redact(what), fix: fix === null ? null : redact(fix) }
    found.push(check)
    if (json) continue
    out.write(ok ? `${colour(32, '✓')} ${check.what}\n` : `${colour(31, '✗')} ${check.what}\n    → ${check.fix}\n`)
  }
  const wrong = found.filter(({ ok }) => !ok).length
  if (json) out.write(`${JSON.stringify({ checks: found }, null, 2)}\n`)
  else {
    const gaps = { n: found.length, wrong, seconds: (elapsedMs() / 1000).toFixed(1) }
    out.write(`\n${wrong === 0 ? t('end.right', gaps) : t('end.wrong', gaps)}\n`)
  }
  return found
}
