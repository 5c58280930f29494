import type { Check } from '../check.ts'

/** The browsers that are signed in to the dashboard. Nothing where there is none. */
export const sessions: Check = {
  id: 'http.sessions',
  async run({ facts, t }) {
    const found = await facts.database()
    if (found.is !== 'open' || !found.sessions || found.sessions.count === 0) return undefined
    const { count, odd } = found.sessions
    if (odd.length === 0) return { ok: true, what: t('sessions.right', { count }) }
    return odd.map(({ userId: who, count: theirs }) => ({
      ok: false as const,
      what: t('sessions.crowded', { who, count: theirs }),
      fix: t('sessions.crowded.fix'),
      about: who,
    }))
  },
}
