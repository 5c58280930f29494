import { escapeClipped, escapeText } from '../../kit/block-kit/index.ts'
import type { ActionItem } from '../actions/index.ts'
import { dayName, publishErrorWords, saidWords, type Voice } from '../situation/index.ts'
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

/** Why it is out of step with its issue, in words for who can put it right. */
export function issueTrouble({ issueError, issueDetail, conflict }: ActionItem, voice: Voice): string[] {
  const t = texts.in(voice.locale)
  return [...(issueError ? [errorWords(issueError, issueDetail, voice)] : []), ...(conflict ? [t('conflict')] : [])]
}

/** What GitHub refuses an issue for alone has words of its own here; the rest it refuses a document for as well. */
function errorWords(error: string, detail: string | null, voice: Voice): string {
  const t = texts.in(voice.locale)
  if (`error.${error}` in texts.ja) {
    // It has just been asked whether there is such a text.
    const words = t(`error.${error}` as Parameters<typeof t>[0])
    return detail === null ? words : words + saidWords(detail, voice)
  }
  return t('error', { why: publishErrorWords(error, detail, voice) })
}

/** Whose it is, until when, of which kind and size; what is missing is said. `who` says how a person is shown. */
export function actionFacts(
  { owner, dueOn, kind, size, state, stranger }: ActionItem,
  { locale }: Voice,
  who: (userId: string) => string,
): string {
  const t = texts.in(locale)
  const isOpen = state === 'open'
  return [
    ...(owner ? [t('owner', { who: who(owner) })] : isOpen && !stranger ? [t('owner.none')] : []),
    ...(stranger ? [t('stranger', { login: escapeText(stranger) })] : []),
    ...(dueOn ? [t('due', { day: dayName(dueOn, { locale }) })] : isOpen ? [t('due.none')] : []),
    ...(kind ? [t(`kind.${kind}`)] : []),
    ...(size ? [size.toUpperCase()] : []),
    ...(isOpen ? [] : [t(`state.${state}`)]),
  ].join(t('apart'))
}
