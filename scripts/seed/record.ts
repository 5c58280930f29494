import { bot, person } from '../../src/rooms/facts/index.ts'
import type { Diary } from './diary.ts'

/** What the record keeps of the conversation. */
export type Said = { by: string; at: Date; words: string; thread: string | null }

/** Where the sandbox's messages are found. */
const archives = 'https://sandbox.slack.com/archives/'

/** A message in the incident's channel; answers its key. `n` tells messages of the same second apart. */
export function say(diary: Diary, n: number, { by, at, words, thread }: Said): string {
  const { id: incident_id } = diary.incident
  const channel_id = diary.channel.channel_id ?? ''
  const ts = `${Math.floor(at.getTime() / 1000)}.${String(n % 1_000_000).padStart(6, '0')}`
  diary.add('record_messages', {
    incident_id,
    channel_id,
    ts,
    thread_ts: thread,
    author: by,
    words,
    permalink: null,
    said_at: new Date(Math.floor(at.getTime() / 1000) * 1000),
    read_at: at,
    conversation: true,
  })
  return ts
}

/** Somebody put 📌 (a timeline's entry), 💡 or ❓ under a message. */
export function mark(
  diary: Diary,
  message: { ts: string; author: string },
  { by, at, kind, emoji }: { by: string; at: Date; kind: 'timeline' | 'action' | 'hypothesis'; emoji: string },
): void {
  const { id: incident_id } = diary.incident
  const channel_id = diary.channel.channel_id ?? ''
  const { ts, author } = message
  const [via, place] = [`reaction:${emoji}`, { channel: channel_id, ts }]
  diary.add('record_sources', { incident_id, channel_id, ts, kind, via, by, since: at })
  for (const row of diary.rows.get('record_messages') ?? [])
    if ('ts' in row && row.ts === ts)
      Object.assign(row, { permalink: `${archives}${channel_id}/p${ts.replace('.', '')}` })
  diary.fact(person(by), at, { type: 'record.marked', data: { ...place, kind, via, by } })
  diary.fact(bot, at, { type: 'record.read', data: { ...place, author } })
}
