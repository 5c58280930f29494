import {
  actions,
  asMessage,
  type Block,
  channelLink,
  context,
  escapeClipped,
  escapeText,
  type MessageContent,
  person,
  section,
} from '../../kit/block-kit/index.ts'
import { type Call, rollOf } from '../../rooms/calls/index.ts'
import { controlsBlockId, isOver, verbButton } from '../../rooms/faces/index.ts'
import { doerName, type FactOf } from '../../rooms/facts/index.ts'
import {
  kindMark,
  personName,
  privateRule,
  publicTitle,
  type Situation,
  type Voice,
} from '../../rooms/situation/index.ts'
import { texts } from './texts.ts'

/** How many people are named; beyond that, only their number. */
const mostNamed = 15

const functionName = (key: string, { settings, locale }: Voice): string =>
  escapeClipped(settings.functions[key]?.name[locale] ?? key, 75)

/** Whether a call still asks for people: what it was for is over once it is recovered; who is called after that is wanted then. */
const isAwaited = ({ at }: Call, { incident }: Situation): boolean => {
  if (isOver(incident)) return false
  return incident.status === 'responding' || !incident.recoveredAt || at >= incident.recoveredAt
}

/** A call for people: whom, why, and who has answered. Edited in place as they do, and at rest once it asks for nobody any more. */
export function rollCallMessage(call: Call, situation: Situation, voice: Voice): MessageContent {
  const t = texts.in(voice.locale)
  const { incident, people } = situation
  const roll = rollOf(call, people)
  const mark = kindMark(incident.kind, voice)
  const who = person(call.by)
  const asks = isAwaited(call, situation)
  const tense = asks ? 'title' : 'title.past'
  const title = call.function
    ? t(`${tense}.function`, { mark, who, function: functionName(call.function, voice) })
    : t(`${tense}.people`, { mark, who })
  const reason = call.reason ? [t('reason', { reason: escapeClipped(call.reason, 1500) })] : []
  const head = [title, ...privateRule(incident, voice), ...reason].join('\n')
  const line = (kind: 'coming' | 'declined' | 'waiting' | 'skipped', ids: readonly string[]) =>
    ids.length === 0 ? [] : [t(kind, { count: ids.length, who: named(ids, voice) })]
  const lines = [
    ...line('coming', roll.coming),
    ...(asks ? line('waiting', roll.waiting) : []),
    ...line('declined', roll.declined),
    ...line('skipped', roll.skipped),
  ]
  const n = String(call.n)
  const blocks: Block[] = [
    section(head),
    ...(lines.length > 0 ? [context(lines.join('\n'))] : []),
    ...(asks
      ? [
          actions(controlsBlockId(incident.id), [
            verbButton('on-it', voice, { argument: n }),
            verbButton('cannot-come', voice, { argument: n }),
          ]),
        ]
      : []),
  ]
  return asMessage([head, ...lines], blocks)
}

function named(ids: readonly string[], voice: Voice): string {
  const who = ids.slice(0, mostNamed).map(person).join(' ')
  const more = ids.length - mostNamed
  return more > 0 ? texts.in(voice.locale)('more', { who, count: more }) : who
}

/** The call where the people of a function talk. */
export function callElsewhereMessage(call: Call, situation: Situation, voice: Voice): MessageContent {
  const { incident, channel } = situation
  const words = texts.in(voice.locale)('elsewhere', {
    mark: kindMark(incident.kind, voice),
    who: personName(call.by, voice),
    function: functionName(call.function ?? '', voice),
    channel: channel.channelId ? channelLink(channel.channelId) : `#${escapeText(channel.name)}`,
    title: publicTitle({ ...incident, kind: 'real' }, voice),
  })
  const reason = call.reason && incident.visibility === 'public' ? escapeClipped(call.reason, 1500) : undefined
  const more = reason ? [reason] : []
  return asMessage([words, ...more], [section(words), ...more.map((line) => context(line))])
}

/** Told to one person alone: they have done their part. */
export function releasedMessage(
  { data, actor }: FactOf<'calls.released'>,
  situation: Situation,
  voice: Voice,
): MessageContent {
  const t = texts.in(voice.locale)
  const { incident, channel } = situation
  const where = channel.channelId ? channelLink(channel.channelId) : `#${escapeText(channel.name)}`
  const thanks = t('released.thanks', { mark: kindMark(incident.kind, voice), channel: where })
  const note = data.note ? escapeClipped(data.note, 1500) : undefined
  const who = doerName(actor, person)
  const by = who && t('released.by', { who })
  const told = [thanks, note, by].flatMap((each) => each ?? [])
  return asMessage(told, [section(note ? `${thanks}\n${note}` : thanks), ...(by ? [context(by)] : [])])
}
