import { askOnCall, longestAnswerMs, onCallOf, testRequest } from '../../rooms/paging/index.ts'
import type { Check } from '../check.ts'

/** Longer than this nobody waits for an answer to a question, in milliseconds. */
const timeoutMs = 10_000

/** Whether each read key can ask who is on call. Asking wakes nobody, so it is done without `--try` too. */
export const readKeys: Check = {
  id: 'read-keys',
  async run({ ask, config, facts, t }) {
    const settings = await facts.usable()
    const all = Object.entries(settings?.pagers ?? {}).flatMap(([name, { reads }]) => {
      const key = reads && config.secret(reads.keyEnv)
      return reads && key ? [{ name, reads, key }] : []
    })
    if (all.length === 0) return undefined
    return Promise.all(
      all.map(async ({ name, reads, key }) => {
        const { status, body } = await ask(askOnCall(reads, key), timeoutMs)
        const people = status === 200 ? onCallOf(body) : undefined
        if (people && people.length > 0)
          return { ok: true as const, what: t('read-key.right', { name, count: people.length }) }
        if (people) {
          const fix = t('read-key.nobody.fix', { name })
          return { ok: false as const, about: name, what: t('read-key.nobody', { name }), fix }
        }
        const why = status === null ? 'timeout' : `HTTP ${status}`
        const fix = t('read-key.refused.fix', { name, variable: reads.keyEnv })
        return { ok: false as const, about: name, what: t('read-key.refused', { name, why }), fix }
      }),
    )
  },
}

/** With `--try` each pager gets the end of a page that never was: this proves address and secret, and wakes nobody. */
export const pagers: Check = {
  id: 'pagers',
  async run({ clock, config, facts, post, tries, t }) {
    const settings = await facts.usable()
    const named = Object.entries(settings?.pagers ?? {}).filter(([, { secretEnv }]) => config.secret(secretEnv))
    if (!tries || named.length === 0) return undefined
    return Promise.all(
      named.map(async ([name, pager]) => {
        const request = testRequest(pager, config.secret(pager.secretEnv) ?? '', clock.now())
        const answer = await post(request, longestAnswerMs)
        if (answer.is === 'answered' && answer.status >= 200 && answer.status < 300) {
          return { ok: true as const, what: t('pager.right', { name, status: answer.status }) }
        }
        const why = answer.is === 'answered' ? `HTTP ${answer.status}` : answer.is === 'cut' ? answer.reason : 'timeout'
        const fix = t('pager.refused.fix', { name, variable: pager.secretEnv })
        return { ok: false as const, about: name, what: t('pager.refused', { name, why }), fix }
      }),
    )
  },
}
