import {
  asMessage,
  type Block,
  context,
  escapeClipped,
  escapeText,
  type MessageContent,
  section,
  smallMessage,
} from '../../kit/block-kit/index.ts'
import { cardAnd, cardApart, controls, headline, isSupportTold } from '../../rooms/faces/index.ts'
import { updateEvery } from '../../rooms/settings/index.ts'
import {
  bar,
  elapsed,
  handlerName,
  lasted,
  levelEmoji,
  levelName,
  oneLine,
  type Situation,
  type Voice,
  when,
} from '../../rooms/situation/index.ts'
import type { Checkpoint } from '../../rooms/timekeeper/index.ts'
import { texts } from './texts.ts'

/** What the timekeeper says; the one before the last shrinks to a line. */
export function checkpointMessage(
  checkpoint: Checkpoint,
  { isLast }: { isLast: boolean },
  situation: Situation,
  voice: Voice,
): MessageContent {
  const t = texts.in(voice.locale)
  const { incident } = situation
  if (!isLast || incident.status !== 'responding') {
    const short = t('checkpoint.short', { n: checkpoint.n, when: when(checkpoint.at, voice) })
    return smallMessage(short)
  }
  const title = t('checkpoint.title', { n: checkpoint.n, lasted: lasted(incident, checkpoint.at, voice) })
  const level = incident.level
    ? `${levelEmoji(incident.level, voice)} ${escapeText(levelName(incident.level, voice))}`
    : t('checkpoint.level.none')
  const handler = t('checkpoint.handler', { who: handlerName(situation, voice) })
  const facts = [headline(situation, voice), level, handler].join(bar(voice))
  const missing = missingWords(situation, checkpoint.at, voice)
  const lacks = missing.length > 0 ? [t('checkpoint.missing', { missing: missing.join(cardAnd(voice.locale)) })] : []
  const notes = [...updateNotes(situation, voice), ...todoNote(situation, checkpoint.at, voice), facts]
  const blocks: Block[] = [section([title, ...lacks].join('\n')), context(notes.join('\n')), controls(situation, voice)]
  return asMessage([title, ...lacks, ...notes], blocks)
}

/** The newest condition in a line, and when the next is promised. */
function updateNotes({ lastUpdate }: Situation, voice: Voice): string[] {
  if (!lastUpdate) return []
  const t = texts.in(voice.locale)
  const { at, condition, nextAt } = lastUpdate
  const said = t('checkpoint.update', { when: when(at, voice), condition: escapeClipped(oneLine(condition), 200) })
  return [nextAt ? `${said}${cardApart(voice.locale)}${t('checkpoint.next', { when: when(nextAt, voice) })}` : said]
}

/** How many TODOs are open, and what of them needs a person; the list itself stands elsewhere. */
function todoNote({ todos }: Situation, now: Date, voice: Voice): string[] {
  if (todos.open === 0) return []
  const t = texts.in(voice.locale)
  const late = todos.list.filter(({ dueAt }) => dueAt && dueAt <= now).length
  const ownerless = todos.list.filter(({ owner }) => !owner).length
  return [
    [
      t('checkpoint.todos', { count: todos.open }),
      ...(late > 0 ? [t('checkpoint.todos.late', { count: late })] : []),
      ...(ownerless > 0 ? [t('checkpoint.todos.ownerless', { count: ownerless })] : []),
    ].join(cardApart(voice.locale)),
  ]
}

/** What nobody has done yet, as of the checkpoint: told by its moment, so that the message does not depend on the hour. */
function missingWords(situation: Situation, now: Date, voice: Voice): string[] {
  const t = texts.in(voice.locale)
  const { incident, roles, lastUpdate } = situation
  return [
    ...(roles.some((each) => each.role === 'handler') ? [] : [t('missing.handler')]),
    ...(incident.level ? [] : [t('missing.level')]),
    ...(incident.impact ? [] : [t('missing.impact')]),
    ...(isSupportTold(situation) ? [] : [t('missing.support')]),
    ...(lastUpdate ? lateUpdate(situation, now, voice) : [t('missing.update')]),
  ]
}

/** That the promised update is late, or that none came for as long as the level's rhythm is. */
function lateUpdate({ incident, lastUpdate }: Situation, now: Date, voice: Voice): string[] {
  if (!lastUpdate) return []
  const t = texts.in(voice.locale)
  const { at, nextAt } = lastUpdate
  if (nextAt) return nextAt <= now ? [t('missing.promised', { when: when(nextAt, voice) })] : []
  // Seconds decide nothing: an update just after one checkpoint is due at another as if it had come with it.
  const sinceMs = Math.round((now.getTime() - at.getTime()) / 60_000) * 60_000
  const isLate = sinceMs >= updateEvery(voice.settings, incident.level ?? undefined)
  return isLate ? [t('missing.update.since', { elapsed: elapsed(sinceMs, voice) })] : []
}
