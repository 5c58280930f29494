import { actions, asMessage, type MessageContent, person, section, smallMessage } from '../../kit/block-kit/index.ts'
import type { Locale } from '../../kit/i18n/index.ts'
import { controlsBlockId, verbButton } from '../../rooms/faces/index.ts'
import type { FactOf } from '../../rooms/facts/index.ts'
import type { Slot } from '../../rooms/projection/index.ts'
import { kindMark, publicTitle, type Situation, type Voice, when, whereOf } from '../../rooms/situation/index.ts'
import { texts } from './texts.ts'

type Overdue = FactOf<'updates.overdue'>

/** Whether this step is about the promise that stands now, and nothing has answered it. */
const isOpen = ({ data }: Overdue, { incident, lastUpdate }: Situation): boolean =>
  incident.status === 'responding' && lastUpdate?.nextAt?.toISOString() === data.promisedAt

/**
 * In the incident's channel: the promised update has not come. Shrinks to a line once it has, the response is over, or a newer step asks for
 * it: the newest alone has the buttons.
 */
export function overdueMessage(
  fact: Overdue,
  { isNewest }: { isNewest: boolean },
  situation: Situation,
  voice: Voice,
): MessageContent {
  const t = texts.in(voice.locale)
  const promised = when(new Date(fact.data.promisedAt), voice)
  if (!isOpen(fact, situation)) {
    const short = t('overdue.over', { when: promised })
    return smallMessage(short)
  }
  const mark = kindMark(situation.incident.kind, voice)
  const who = fact.data.users.map(person).join(' ')
  const title = t('overdue.title', { mark, when: promised, who })
  const line = fact.data.tell === 'responders' ? `${title}\n${t('overdue.responders')}` : title
  return isNewest
    ? asMessage([line], [section(line.trim()), buttons(fact, situation, voice)])
    : smallMessage(title.trim())
}

/** To one person alone: the same, with where it is. */
export function overdueDirectMessage(fact: Overdue, situation: Situation, voice: Voice): MessageContent {
  const t = texts.in(voice.locale)
  const { incident } = situation
  const line = t(`overdue.direct.${fact.data.tell === 'deputy' ? 'deputy' : 'handler'}`, {
    when: when(new Date(fact.data.promisedAt), voice),
    channel: whereOf(situation),
    title: publicTitle(incident, voice, 80),
  })
  return asMessage([line], [section(line), buttons(fact, situation, voice)])
}

const buttons = ({ data }: Overdue, { incident }: Situation, voice: Voice) =>
  actions(controlsBlockId(incident.id), [
    verbButton('update', voice, { style: 'primary' }),
    verbButton('no-change', voice, { argument: data.promisedAt }),
    verbButton('snooze', voice, { argument: 'update' }),
  ])

/** The same step comes again where the promise was renewed after it. */
function slotOf({ n, data }: Overdue, facts: readonly Overdue[]): string {
  const first = facts.find((each) => each.data.n === data.n && each.data.step === data.step)
  const slot = `overdue:${data.n}:${data.step}`
  return first?.n === n ? slot : `${slot}:${n}`
}

/** Each step of each escalation, once: what its time has passed for is not said any more. */
export function overdueSlots(
  situation: Situation,
  facts: readonly Overdue[],
  locales: ReadonlyMap<string, Locale>,
  voice: Voice,
): Slot[] {
  const { channelId, archivedAt } = situation.channel
  if (!channelId || archivedAt) return []
  const isInChannel = ({ data }: Overdue) => data.tell === 'channel' || data.tell === 'responders'
  const newest = facts.findLast((fact) => isInChannel(fact) && isOpen(fact, situation))
  return facts.flatMap((fact): Slot[] => {
    const slot = slotOf(fact, facts)
    const stands = isOpen(fact, situation)
    if (isInChannel(fact)) {
      const content = overdueMessage(fact, { isNewest: fact === newest }, situation, voice)
      const act = { do: 'message', channel: channelId, content } as const
      return [{ slot, keep: stands ? 'living' : 'while-standing', lane: 'announce', after: ['card'], act }]
    }
    if (!stands) return []
    return fact.data.users.map((user) => {
      const content = overdueDirectMessage(fact, situation, { ...voice, locale: locales.get(user) ?? voice.locale })
      return { slot: `${slot}:${user}`, keep: 'once', lane: 'person', act: { do: 'direct-message', user, content } }
    })
  })
}
