import { escapeClipped } from '../../kit/block-kit/index.ts'
import { oneLine, personName, type Voice, when } from '../situation/index.ts'
import { announcementTexts as texts } from './texts.ts'

/** What somebody has said of an incident, for people who are not at the controls. */
export type Gist = {
  /** What the declarer wrote: what is happening, where no impact is known. */
  summary: string
  impact: string | null
  condition: string | null
  /** The id of whoever leads; null while nobody does. */
  handler: string | null
  /** Null: nobody said. `never`: it is over. */
  nextAt: Date | 'never' | null
}

/** Impact, condition, and when people hear next: only what somebody said, and what is not known is said to be so. */
export function threeLines({ summary, impact, condition, handler, nextAt }: Gist, voice: Voice): string {
  const t = texts.in(voice.locale)
  const short = (words: string) => escapeClipped(oneLine(words), 600)
  const response = handler ? t('brief.handler', { handler: personName(handler, voice) }) : t('brief.handler.none')
  const next = nextAt === 'never' ? t('brief.final') : t('brief.next.none')
  return [
    impact ? t('brief.impact', { impact: short(impact) }) : t('brief.summary', { summary: short(summary) }),
    condition ? t('brief.condition', { condition: short(condition) }) : response,
    nextAt instanceof Date ? t('brief.next', { when: when(nextAt, voice) }) : next,
  ].join('\n')
}
