import type { Line, Material, StatedIncident, StatedUpdate } from './material.ts'

/** Today, on which these samples take place, in Tokyo. */
const day = '2026-11-30'

/** A moment of that day, `14:02`. */
export const at = (time: string): Date => new Date(`${day}T${time}:00+09:00`)

/** Somebody's message at a time of day: `['14:02', 'sato', '…']`, and what else there is to say of it. */
export function said(time: string, who: string, words: string, more: Partial<Line> = {}): Line {
  const ts = `${at(time).getTime() / 1000}.${String(words.length).padStart(6, '0')}`
  return {
    channelId: 'C0INC',
    ts,
    threadTs: null,
    author: `U0${who.toUpperCase()}`,
    authorName: who,
    byApp: false,
    words,
    permalink: `https://example.slack.com/archives/C0INC/p${ts.replace('.', '')}`,
    saidAt: at(time),
    marks: [],
    ...more,
  }
}

/** An update of that day. */
export const updated = (time: string, n: number, more: Partial<StatedUpdate>): StatedUpdate => ({
  n,
  at: at(time),
  report: n === 1 ? 'first' : 'follow_up',
  condition: '',
  action: null,
  need: null,
  impact: null,
  authorName: 'sato',
  nextAt: null,
  ...more,
})

/** What may be read of an incident of that day: declared at 14:10, and nothing else known of it but what is given. */
export function material(
  given: Partial<Omit<Material, 'incident'>> & { incident?: Partial<StatedIncident> } = {},
): Material {
  const { incident, ...rest } = given
  return {
    now: at('15:00'),
    timeZone: 'Asia/Tokyo',
    handler: null,
    updates: [],
    lines: [],
    notes: [],
    actions: [],
    todos: [],
    ...rest,
    incident: {
      id: 'inc_1',
      status: 'responding',
      service: { ja: '決済', en: 'Payments' },
      summary: '決済が遅い',
      impact: null,
      level: null,
      urgency: null,
      types: [],
      kind: 'real',
      visibility: 'public',
      permanence: null,
      detectedBy: null,
      occurredAt: null,
      detectedAt: null,
      declaredAt: at('14:10'),
      recoveredAt: null,
      completedAt: null,
      recoveryNote: null,
      ...incident,
    },
  }
}
