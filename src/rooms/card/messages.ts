import {
  asMessage,
  type Block,
  clipMarkup,
  context,
  escapeClipped,
  escapeText,
  fields,
  limits,
  type MessageContent,
  section,
} from '../../kit/block-kit/index.ts'
import { cardApart, controls, headline, isOver, nextStep } from '../faces/index.ts'
import {
  kindMark,
  leftName,
  levelValue,
  oneLine,
  privateRule,
  type Situation,
  serviceName,
  statusEmojiOf,
  statusName,
  stillOwedOf,
  type Voice,
  when,
} from '../situation/index.ts'
import { linesOf } from './lines.ts'
import { isOpenToAll } from './own-lines.ts'
import { texts } from './texts.ts'

/** The pinned card: all that is known, and the one next step. Edited in place; no elapsed time is written into it. */
export function cardMessage(situation: Situation, voice: Voice): MessageContent {
  const t = texts.in(voice.locale)
  const { incident } = situation
  const title = headline(situation, voice)
  const summary = escapeClipped(incident.summary, 1500)
  const impact = incident.impact ? `\n${t('field.impact')} ${escapeClipped(incident.impact, 800)}` : ''
  const update = linesOf('said', situation, voice).join('\n')
  const facts = linesOf('fields', situation, voice)
  const notes = linesOf('notes', situation, voice).join(cardApart(voice.locale))
  const crew = linesOf('crew', situation, voice).join('\n')
  const document = linesOf('documents', situation, voice)
  const warnings = linesOf('warnings', situation, voice)
  const step = stepWords(situation, voice)
  const blocks: Block[] = [
    section([title, ...privateRule(incident, voice), `${summary}${impact}`].join('\n')),
    ...(update ? [section(update)] : []),
    fields(facts),
    ...(crew ? [context(crew)] : []),
    context(notes),
    ...(document.length > 0 ? [context(...document)] : []),
    ...(warnings.length > 0 ? [context(...warnings)] : []),
    ...(step ? [context(step)] : []),
    controls(situation, voice, { fixed: ['move-channel', 'update', 'call-people', 'catch-up', 'archive-now'] }),
  ]
  return asMessage(
    [
      title,
      ...privateRule(incident, voice),
      summary + impact,
      ...(update ? [update] : []),
      ...facts.map(oneLine),
      ...(crew ? [crew] : []),
      notes,
      ...document,
      ...warnings,
      ...(step ? [step] : []),
    ],
    blocks,
  )
}

/** The one next step in words; once it is over, what is left. */
function stepWords(situation: Situation, voice: Voice): string {
  const step = nextStep(situation)
  if (isOver(situation.incident) || step === 'reopen') return overWords(situation, voice)
  const t = texts.in(voice.locale)
  // Where no other channel hears of it, no step says that one does.
  const isUntold = situation.channels.length === 0 && (step === 'recover' || step === 'edit-summary')
  return t('next', { step: t(isUntold ? `step.${step}.untold` : `step.${step}`) })
}

/** What is left once it is over, and what becomes of the channel; nothing of a channel that is archived. */
function overWords(situation: Situation, voice: Voice): string {
  const t = texts.in(voice.locale)
  const { archiveAt, channel } = situation
  const left = stillOwedOf(situation, voice.settings).map((each) => leftName(each, voice))
  const whatIsLeft = left.length > 0 ? [t('over.left', { left: left.join(cardApart(voice.locale)) })] : []
  if (channel.archivedAt) return whatIsLeft.join('\n')
  const end = archiveAt ? t(left.length > 0 ? 'over.at.left' : 'over.at', { when: when(archiveAt, voice) }) : t('over')
  return [...whatIsLeft, end].join('\n')
}

const topicKey = (situation: Situation): 'topic' | 'topic.private' | 'topic.secret' => {
  if (situation.incident.visibility === 'public') return 'topic'
  return isOpenToAll(situation) ? 'topic.private' : 'topic.secret'
}

/** The channel's topic: one line. Slack reads mentions in it too, so a person's words are escaped. */
export function topicText(situation: Situation, voice: Voice): string {
  const { incident } = situation
  // The list of channels shows a public channel's topic to everybody.
  return clipMarkup(
    texts.in(voice.locale)(topicKey(situation), {
      emoji: statusEmojiOf(incident.status),
      mark: kindMark(incident.kind, voice),
      status: statusName(incident.status, voice),
      level: levelValue(incident.level, voice),
      service: escapeText(serviceName(incident.service, voice)),
      summary: escapeClipped(oneLine(incident.summary), 120),
    }),
    limits.topic,
  )
}

/** The topic of a channel that was left for another: it says nothing of what was done there. */
export const leftTopicText = (voice: Voice): string => texts.in(voice.locale)('topic.left')

export const bookmarkTitle = (voice: Voice): string => texts.in(voice.locale)('bookmark')
