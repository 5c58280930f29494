import { z } from 'zod'
import { readLeniently } from '../../kit/lenient.ts'
import type { Pager } from '../settings/index.ts'
import type { Page, PageAnswer } from './page.ts'

/** A question to a pager's service. The key is a secret. */
export type Question = { url: string; headers: Record<string, string> }

/** Who is on call with one pager: asked first at level 1. */
export type OnCallPerson = { level: number; name: string }

type Reads = NonNullable<Pager['reads']>

/** https://developer.pagerduty.com/docs/rest-api-overview */
const ask = ({ url }: Reads, key: string, path: string, query: Record<string, string>): Question => ({
  url: `${url.endsWith('/') ? url.slice(0, -1) : url}${path}?${new URLSearchParams(query)}`,
  headers: {
    authorization: `Token token=${key}`,
    accept: 'application/vnd.pagerduty+json;version=2',
    'user-agent': 'sssbot',
  },
})

/** Asks who is on call now: of one escalation policy, or of all that the key may see. https://developer.pagerduty.com/api-reference, List all of the on-calls */
export const askOnCall = (reads: Reads, key: string): Question =>
  ask(reads, key, '/oncalls', {
    earliest: 'true',
    limit: '100',
    ...(reads.policy === null ? {} : { 'escalation_policy_ids[]': reads.policy }),
  })

const onCalls = z.looseObject({
  oncalls: z.array(z.looseObject({ escalation_level: z.number(), user: z.looseObject({ summary: z.string() }) })),
})

/** Who is on call, first those who are asked first, each once; undefined where the answer cannot be read. */
export function onCallOf(body: unknown): OnCallPerson[] | undefined {
  const read = readLeniently(onCalls, body)
  if (!read) return undefined
  const found = new Map<string, number>()
  for (const { escalation_level: level, user } of read.value.oncalls)
    found.set(user.summary, Math.min(level, found.get(user.summary) ?? level))
  return [...found].map(([name, level]) => ({ level, name })).toSorted((one, other) => one.level - other.level)
}

/** Asks how the incident of a page stands over there. https://developer.pagerduty.com/api-reference, List incidents */
export const askIncident = (reads: Reads, key: string, dedupKey: string): Question =>
  ask(reads, key, '/incidents', { incident_key: dedupKey, date_range: 'all', limit: '1' })

const named = z.looseObject({ summary: z.string() })
const incidents = z.looseObject({
  incidents: z.array(
    z.looseObject({
      status: z.string(),
      assignments: z.array(z.looseObject({ assignee: named })).optional(),
      acknowledgements: z.array(z.looseObject({ acknowledger: named })).optional(),
      last_status_change_by: named.optional(),
    }),
  ),
})

/** How a page stands over there. `asked`: whom the service asks now. */
export type Standing = { isAnswered: boolean; by: string | null; asked: string | null }

/** What the service says of a page; undefined where it knows of none, or cannot be read. */
export function standingOf(body: unknown): Standing | undefined {
  const found = readLeniently(incidents, body)?.value.incidents[0]
  if (!found) return undefined
  const { status, assignments = [], acknowledgements = [], last_status_change_by: last } = found
  const isAnswered = status === 'acknowledged' || status === 'resolved'
  const asked = assignments.map(({ assignee }) => assignee.summary).join(', ')
  const by = acknowledgements.at(-1)?.acknowledger.summary ?? (status === 'resolved' ? last?.summary : undefined)
  return { isAnswered, by: by ?? null, asked: asked === '' ? null : asked }
}

/** The news in how a page stands; undefined where there is none. `waitedMs`: since it was delivered. */
export function newsOf(
  page: Pick<Page, 'answer' | 'assignedTo'>,
  { isAnswered, by, asked }: Standing,
  waitedMs: number,
  patienceMs: number,
): { is: PageAnswer; who: string | null } | undefined {
  if (isAnswered) return { is: 'acknowledged', who: by }
  if (page.assignedTo !== null && asked !== null && asked !== page.assignedTo) return { is: 'passed_on', who: asked }
  const isToldAlready = page.answer?.is === 'unanswered'
  return waitedMs >= patienceMs && !isToldAlready ? { is: 'unanswered', who: asked } : undefined
}
