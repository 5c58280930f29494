import {
  type Block,
  channelLink,
  clip,
  context,
  escapeClipped,
  escapeText,
  fields,
  limits,
  type MessageContent,
  person,
  section,
} from '../../kit/block-kit/index.ts'
import { controls, isOver, nextStep } from '../commands/index.ts'
import { checkpointEvery, type RoleKey } from '../settings/index.ts'
import {
  ago,
  elapsed,
  handlerName,
  kindMark,
  levelEmoji,
  levelName,
  oneLine,
  problemWords,
  type Situation,
  serviceName,
  statusEmojiOf,
  statusName,
  urgencyName,
  type Voice,
  when,
} from '../situation/index.ts'
import type { Checkpoint } from '../timekeeper/index.ts'
import { pagesLine, pageTroubles } from './pages.ts'
import { texts } from './texts.ts'

/** When it began, as far as anybody knows. */
const begun = ({ incident }: Situation): Date => incident.occurredAt ?? incident.detectedAt ?? incident.declaredAt

/** The pinned card: all that is known, and the one next step. Edited in place; no elapsed time is written into it. */
export function cardMessage(situation: Situation, voice: Voice): MessageContent {
  const t = texts.in(voice.locale)
  const { incident } = situation
  const title = headline(situation, voice)
  const summary = escapeClipped(incident.summary, 1500)
  const impact = incident.impact ? `\n${t('field.impact')} ${escapeClipped(incident.impact, 800)}` : ''
  const facts = shortFacts(situation, voice)
  const notes = [
    t('declared', { when: when(incident.declaredAt, voice), who: person(incident.declaredBy) }),
    situation.channels.length > 0
      ? t('told', { channels: situation.channels.map((each) => channelLink(each.channelId)).join(' ') })
      : t('told.none'),
    t('called', { count: situation.people.filter((each) => !each.skipped).length }),
    ...pagesLine(situation, voice),
  ].join(t('apart'))
  const warnings = warningsOf(situation, voice)
  const step = isOver(incident) ? t('over') : t('next', { step: t(`step.${nextStep(situation)}`) })
  const blocks: Block[] = [
    section(`${title}\n${summary}${impact}`),
    fields(facts),
    context(notes),
    ...(warnings.length > 0 ? [context(...warnings)] : []),
    context(step),
    controls(situation, voice),
  ]
  return asMessage([title, summary + impact, ...facts.map(oneLine), notes, ...warnings, step], blocks)
}

function headline({ incident }: Situation, voice: Voice): string {
  return `${statusEmojiOf(incident.status)} ${kindMark(incident.kind, voice)}*${statusName(incident.status, voice)}* ｜ ${escapeText(serviceName(incident.service, voice))}`
}

function shortFacts(situation: Situation, voice: Voice): string[] {
  const t = texts.in(voice.locale)
  const { incident, checkpoints } = situation
  const { settings, locale } = voice
  const pair = (label: string, value: string) => `${label} ${value}`
  const last = checkpoints[0]?.at ?? incident.declaredAt
  const nextAt = new Date(last.getTime() + checkpointEvery(settings, incident.level ?? undefined))
  const types = incident.types.map((type) => settings.types[type].label[locale]).join(locale === 'ja' ? '・' : ', ')
  const { postmortemOwner, postmortemDue } = incident
  return [
    pair(t('field.handler'), handlerName(situation, voice)),
    pair(t('field.level'), `${levelEmoji(incident.level, voice)} ${escapeText(levelName(incident.level, voice))}`),
    pair(t('field.began'), t('began', { ago: ago(begun(situation), voice), when: when(begun(situation), voice) })),
    ...(incident.recoveredAt ? [pair(t('field.recovered'), when(incident.recoveredAt, voice))] : []),
    ...(incident.status === 'responding' ? [pair(t('field.next'), when(nextAt, voice))] : []),
    ...(incident.urgency ? [pair(t('field.urgency'), escapeText(urgencyName(incident.urgency, voice)))] : []),
    ...(types ? [pair(t('field.types'), escapeText(types))] : []),
    ...(postmortemOwner || postmortemDue
      ? [
          pair(
            t('field.postmortem'),
            [postmortemOwner ? person(postmortemOwner) : '', postmortemDue ?? ''].join(' ').trim(),
          ),
        ]
      : []),
  ]
}

/** What could not be delivered, named where the people are who can act. */
function warningsOf(situation: Situation, voice: Voice): string[] {
  const t = texts.in(voice.locale)
  const skipped = situation.people.filter((each) => each.skipped)
  return [
    ...(isOpenToAll(situation) ? [t('not-converted')] : []),
    ...mergeLinks(situation, voice),
    ...situation.problems.slice(0, 5).map((problem) => t('problem', { problem: problemWords(problem, voice) })),
    ...pageTroubles(situation, voice),
    ...(situation.gaps.length > 0 ? [t('gaps', { names: escapeText(situation.gaps.join(' ')) })] : []),
    ...(skipped.length > 0
      ? [
          t('skipped', {
            who: skipped
              .slice(0, 20)
              .map((each) => person(each.userId))
              .join(' '),
          }),
        ]
      : []),
  ]
}

/** Where it goes on, and what goes on here. */
function mergeLinks({ merged }: Situation, voice: Voice): string[] {
  const t = texts.in(voice.locale)
  const name = ({ channelId }: { channelId: string | null }) =>
    channelId ? channelLink(channelId) : t('merged.secret')
  const [first] = merged.from
  return [
    ...(merged.into ? [t('merged.into', { other: name(merged.into) })] : []),
    ...(first ? [t('merged.from', { others: merged.from.slice(0, 10).map(name).join(' ') })] : []),
  ]
}

/** It became private, and its channel has not yet been converted by hand. */
const isOpenToAll = ({ incident, channel }: Situation): boolean =>
  incident.visibility === 'private' && !channel.isPrivate

/** What the timekeeper says; the one before the last shrinks to a line. */
export function checkpointMessage(
  checkpoint: Checkpoint,
  { isLast }: { isLast: boolean },
  situation: Situation,
  voice: Voice,
): MessageContent {
  const t = texts.in(voice.locale)
  const { incident } = situation
  const gone = elapsed(checkpoint.at.getTime() - begun(situation).getTime(), voice)
  if (!isLast || incident.status !== 'responding') {
    const short = t('checkpoint.short', { n: checkpoint.n, elapsed: gone })
    return { text: short, blocks: [context(short)] }
  }
  const title = t('checkpoint.title', { n: checkpoint.n, elapsed: gone })
  const facts = `${headline(situation, voice)} ｜ ${levelEmoji(incident.level, voice)} ${escapeText(levelName(incident.level, voice))} ｜ ${handlerName(situation, voice)}`
  const missing = missingWords(situation, voice)
  const lacks =
    missing.length > 0
      ? t('checkpoint.missing', { missing: missing.join(voice.locale === 'ja' ? '、' : ', ') })
      : undefined
  const blocks: Block[] = [
    section([title, ...(lacks ? [lacks] : [])].join('\n')),
    context(facts),
    controls(situation, voice),
  ]
  return asMessage([title, ...(lacks ? [lacks] : []), facts], blocks)
}

function missingWords(situation: Situation, voice: Voice): string[] {
  const t = texts.in(voice.locale)
  const hasHandler = situation.roles.some((each) => each.role === 'handler')
  return [
    ...(hasHandler ? [] : [t('missing.handler')]),
    ...(situation.incident.level ? [] : [t('missing.level')]),
    ...(situation.incident.impact ? [] : [t('missing.impact')]),
  ]
}

/** The channel's topic: one line. Slack reads mentions in it too, so a person's words are escaped. */
export function topicText(situation: Situation, voice: Voice): string {
  const { incident } = situation
  // The list of channels shows a public channel's topic to everybody.
  return clip(
    texts.in(voice.locale)(isOpenToAll(situation) ? 'topic.private' : 'topic', {
      emoji: statusEmojiOf(incident.status),
      mark: kindMark(incident.kind, voice),
      status: statusName(incident.status, voice),
      level: levelName(incident.level, voice),
      service: escapeText(serviceName(incident.service, voice)),
      summary: escapeClipped(oneLine(incident.summary), 120),
    }),
    limits.topic,
  )
}

export const bookmarkTitle = (voice: Voice): string => texts.in(voice.locale)('bookmark')

/** What a person who takes a role is told, alone. */
export function guidanceMessage(role: RoleKey, situation: Situation, voice: Voice): MessageContent {
  const t = texts.in(voice.locale)
  const { label, guidance } = voice.settings.roles[role]
  const channel = situation.channel.channelId ? channelLink(situation.channel.channelId) : `#${situation.channel.name}`
  const title = t('guide.title', { channel, role: label[voice.locale] })
  // The settings' light Markdown in Slack's own marks.
  const words = escapeText(guidance[voice.locale])
    .replaceAll(/\*\*(.+?)\*\*/g, ' *$1* ')
    .replaceAll(/^- /gm, '• ')
  return asMessage([title, words], [section(title), section(words)])
}

function asMessage(lines: string[], blocks: Block[]): MessageContent {
  return { text: clip(lines.join('\n'), limits.messageText), blocks }
}
