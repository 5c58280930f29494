import { escapeClipped, escapeText } from '../../../kit/block-kit/index.ts'
import type { ActionItem } from '../../actions/index.ts'
import type { Voice } from '../../situation/index.ts'
import { rowTexts as texts } from './action-row-texts.ts'

/** `*3.* Watch the connections`, with a sign for one that is closed, and a link to its issue. */
export function actionTitle(item: ActionItem, { locale }: Voice, most: number): string {
  const t = texts.in(locale)
  const { n, state, issueUrl } = item
  const words = item.title === null ? t('gone') : escapeClipped(item.title, most)
  const sign = state === 'open' ? '' : t(`sign.${state}`)
  const link = issueUrl ? t('issue', { url: escapeText(issueUrl) }) : ''
  return `*${n}.* ${sign}${words}${link}`
}

/** Whose it is, until when, of which kind and size; what is missing is said. `who` says how a person is shown. */
export function actionFacts(
  { owner, dueOn, kind, size, state }: ActionItem,
  { locale }: Voice,
  who: (userId: string) => string,
): string {
  const t = texts.in(locale)
  const isOpen = state === 'open'
  return [
    ...(owner ? [t('owner', { who: who(owner) })] : isOpen ? [t('owner.none')] : []),
    ...(dueOn ? [t('due', { day: dueOn })] : isOpen ? [t('due.none')] : []),
    ...(kind ? [t(`kind.${kind}`)] : []),
    ...(size ? [size.toUpperCase()] : []),
    ...(isOpen ? [] : [t(`state.${state}`)]),
  ].join(t('apart'))
}
