import type { Check } from '../check.ts'

/** Whether all that was there before can be searched; until then how far it is, which is no fault. */
export const searchable: Check = {
  id: 'search.filled',
  async run({ facts, t }) {
    const found = await facts.database()
    if (found.is !== 'open' || !found.searchFill) return undefined
    const { incidents, of } = found.searchFill
    return { ok: true, what: t('search.filling', { incidents, of }) }
  },
}
