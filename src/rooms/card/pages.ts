import { escapeText } from '../../kit/block-kit/index.ts'
import type { Page } from '../paging/index.ts'
import { pageErrorWords, type Situation, type Voice, when } from '../situation/index.ts'
import { texts } from './texts.ts'

/** A page is told of as a trouble from this many tries in vain on: before, the next one mostly helps. */
const triesInSilence = 3

type Counting = Page & { state: Exclude<Page['state'], 'needless'> }

/** The newest page of each pager; those that a later one overtook do not count. */
function newest({ pages }: Pick<Situation, 'pages'>): Counting[] {
  const counting = pages.filter((page): page is Counting => page.state !== 'needless')
  return [...new Map(counting.map((page) => [page.pager, page])).values()]
}

/** Who was called beyond Slack and what became of it, in one short line; none where nobody was. */
export function pagesLine(situation: Pick<Situation, 'pages'>, voice: Voice): string[] {
  const t = texts.in(voice.locale)
  const list = newest(situation).map(({ pager, event, state, settledAt, requestedAt }) =>
    t(`page.${event}.${state}`, { pager: escapeText(pager), when: when(settledAt ?? requestedAt, voice) }),
  )
  return list.length > 0 ? [t('pages', { list: list.join(t('pages.between')) })] : []
}

/** Pages that do not come through, for the people who can take up a telephone. */
export function pageTroubles(situation: Pick<Situation, 'pages'>, voice: Voice): string[] {
  const t = texts.in(voice.locale)
  return newest(situation).flatMap(({ pager, event, state, attempts, error }) => {
    const inVain = state === 'failed' || (state === 'trying' && attempts >= triesInSilence)
    if (event !== 'trigger' || !inVain) return []
    const gaps = { pager: escapeText(pager), why: pageErrorWords(error ?? '', voice) }
    return [t(state === 'failed' ? 'trouble.failed' : 'trouble.trying', gaps)]
  })
}
