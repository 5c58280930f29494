import { actions, asMessage, context, escapeClipped, type MessageContent, section } from '../../kit/block-kit/index.ts'
import { controlsBlockId, nextUpdateWords, verbButton } from '../../rooms/faces/index.ts'
import { tellFact } from '../../rooms/record/index.ts'
import { publicTitle, type Situation, type Voice, when, whereOf } from '../../rooms/situation/index.ts'
import type { News } from './subscribers.ts'
import { texts } from './texts.ts'

/** Longer than this a line is not read on a phone. */
const mostLetters = 900

/** To a subscriber alone: what happened, in the words of the timeline, and where. Of a private incident, only that there is news. */
export function newsMessage(
  news: News,
  names: ReadonlyMap<string, string>,
  situation: Situation,
  voice: Voice,
): MessageContent {
  const t = texts.in(voice.locale)
  const { locale, settings } = voice
  const head = t('news', { channel: whereOf(situation), title: publicTitle(situation.incident, voice, 80) })
  const why = t('why')
  const lines = [head, ...(situation.incident.visibility === 'private' ? [t('private')] : told())]
  const stop = actions(controlsBlockId(situation.incident.id), [verbButton('unsubscribe', voice)])
  return asMessage([...lines, why], [section(lines.join('\n')), context(why), stop])

  function told(): string[] {
    const line = tellFact(news, { locale, settings, names, todos: new Map() })
    const next = news.type === 'updates.posted' && news.data.nextAt
    return [escapeClipped(line, mostLetters), ...(next ? [nextUpdateWords(when(new Date(next), voice), locale)] : [])]
  }
}
