import {
  actions,
  asMessage,
  channelLink,
  context,
  type MessageContent,
  person,
  section,
  smallMessage,
} from '../../kit/block-kit/index.ts'
import { controlsBlockId, verbButton } from '../../rooms/faces/index.ts'
import {
  gapsLeft,
  isBeingWritten,
  isMini,
  type Question,
  questionWords,
  sectionName,
} from '../../rooms/postmortem/index.ts'
import { kindMark, publicTitle, type Situation, type Voice } from '../../rooms/situation/index.ts'
import { texts } from './texts.ts'

/** That the draft stands, what is missing, and the one step; a line once somebody has looked at it. */
export function draftMessage(situation: Situation, voice: Voice): MessageContent {
  const t = texts.in(voice.locale)
  const { incident, learning } = situation
  const { status } = learning.postmortem
  const mark = kindMark(incident.kind, voice)
  if (!isBeingWritten(learning.postmortem) || incident.status === 'responding') {
    const short = t(`draft.short.${status === 'none' ? 'draft' : status}`, { mark })
    return smallMessage(short)
  }
  const gaps = gapsLeft(situation, voice.settings)
  const named = gaps.map((gap) => sectionName(gap, voice.locale)).join(t('draft.between'))
  const mini = isMini(incident, voice.settings)
  const lines = [
    t('draft.title', { mark }).trim(),
    ...(gaps.length > 0 ? [t(mini ? 'draft.words.mini' : 'draft.words')] : []),
    gaps.length > 0 ? t('draft.gaps', { count: gaps.length, gaps: named }) : t('draft.full'),
  ]
  return asMessage(lines, [
    section(lines.join('\n')),
    actions(controlsBlockId(incident.id), [verbButton('postmortem', voice, { style: 'primary' })]),
  ])
}

const where = ({ channel }: Situation): string =>
  channel.channelId ? channelLink(channel.channelId) : `#${channel.name}`

/** One question with its button; what became of it once it is settled. Nothing that people wrote stands in it. */
export function questionMessage(question: Question, situation: Situation, voice: Voice): MessageContent {
  const t = texts.in(voice.locale)
  const { incident } = situation
  const asked = questionWords(question.gap, voice.locale)
  if (question.state !== 'open') {
    // What was asked in a channel before the incident became private says nothing any more.
    const isSecret = question.channelId !== null && incident.visibility === 'private'
    const who = question.passedTo ? person(question.passedTo) : ''
    const settled = t(isSecret ? 'settled.secret' : `settled.${question.state}`, {
      question: asked,
      channel: isSecret ? '' : where(situation),
      who,
    })
    return smallMessage(settled)
  }
  const gaps = { mark: kindMark(incident.kind, voice), channel: where(situation), who: person(question.passedBy ?? '') }
  const alone = question.gap === 'mini' ? 'ask.intro.mini' : 'ask.intro'
  const intro = t(question.passedBy ? 'ask.intro.passed' : alone, gaps)
  // The channel's own name tells those who know a private one which it is.
  const about = incident.visibility === 'public' ? [publicTitle({ ...incident, kind: 'real' }, voice)] : []
  const lines = [
    [intro, ...about].join('\n'),
    t('ask.question', { question: asked }),
    t(question.gap === 'mini' ? 'ask.words.mini' : 'ask.words'),
  ]
  const [first = '', second = '', third = ''] = lines
  return asMessage(lines, [
    section(first),
    section(second),
    context(third),
    actions(controlsBlockId(incident.id), [
      verbButton('answer-question', voice, { argument: question.id, style: 'primary' }),
      verbButton('unknown-question', voice, { argument: question.id }),
      verbButton('pass-question', voice, { argument: question.id }),
    ]),
  ])
}
