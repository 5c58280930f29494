import type { Check, Verdict } from '../check.ts'
import type { Grounds } from '../grounds.ts'
import type { Reading } from '../lists.ts'
import { nameOf } from '../refused.ts'

const seconds = (ms: number): string => (ms / 1000).toFixed(1)

function verdictOf(
  { t }: Grounds,
  seen: Reading<unknown> | undefined,
  list: 'people' | 'channels' | 'groups',
): Verdict | undefined {
  if (!seen) return undefined
  const [n, time] = [seen.items.length, seconds(seen.ms)]
  if (!seen.broken) {
    const odd = seen.odd > 0 ? t('list.odd', { n: seen.odd }) : ''
    return { ok: true, what: t(`list.${list}`, { n, seconds: time }) + odd }
  }
  const why = nameOf(seen.broken)
  if (why === 'plan_upgrade_required') return { ok: false, what: t('list.plan'), fix: t('list.plan.fix') }
  return { ok: false, what: t(`list.${list}.broken`, { n, why }), fix: t('list.broken.fix', { why }) }
}

export const people: Check = {
  id: 'slack.people',
  run: async (on) => verdictOf(on, await on.facts.people(), 'people'),
}

export const groups: Check = {
  id: 'slack.groups',
  run: async (on) => verdictOf(on, await on.facts.groups(), 'groups'),
}

export const channels: Check = {
  id: 'slack.channels',
  run: async (on) => verdictOf(on, await on.facts.channels(), 'channels'),
}
