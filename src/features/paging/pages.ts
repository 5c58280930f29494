import { escapeText } from '../../kit/block-kit/index.ts'
import type { Page } from '../../rooms/paging/index.ts'
import { pageErrorWords, pagerName, type Situation, type Voice, when } from '../../rooms/situation/index.ts'
import { texts } from './texts.ts'

/** A page counts as a delivery problem from this many failed tries on: before, the next one mostly succeeds. */
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
  const list = newest(situation).map(({ pager, event, state, settledAt, requestedAt, answer }) => {
    const name = pagerName(pager, voice)
    if (event === 'trigger' && answer) return answerWords(name, answer, voice)
    return t(`page.${event}.${state}`, { pager: name, when: when(settledAt ?? requestedAt, voice) })
  })
  return list.length > 0 ? [t('pages', { list: list.join(t('pages.between')) })] : []
}

/** What became of a page, with the name where one was said. */
function answerWords(pager: string, { is, who, at }: NonNullable<Page['answer']>, voice: Voice): string {
  const t = texts.in(voice.locale)
  const gaps = { pager, when: when(at, voice), who: escapeText(who ?? '') }
  return t(who === null ? `page.answer.${is}` : `page.answer.${is}.who`, gaps)
}

/** Pages that do not come through, for the people who can take up a telephone. */
export function pageTroubles(situation: Pick<Situation, 'pages'>, voice: Voice): string[] {
  const t = texts.in(voice.locale)
  return newest(situation).flatMap(({ pager, event, state, attempts, error }) => {
    const inVain = state === 'failed' || (state === 'trying' && attempts >= triesInSilence)
    if (event !== 'trigger' || !inVain) return []
    const gaps = { pager: pagerName(pager, voice), why: pageErrorWords(error ?? '', voice) }
    return [t(state === 'failed' ? 'trouble.failed' : 'trouble.trying', gaps)]
  })
}
