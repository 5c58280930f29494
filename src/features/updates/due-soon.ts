import { actions, asMessage, type MessageContent, section, smallMessage } from '../../kit/block-kit/index.ts'
import type { Locale } from '../../kit/i18n/index.ts'
import { controlsBlockId, verbButton } from '../../rooms/faces/index.ts'
import type { FactOf } from '../../rooms/facts/index.ts'
import type { Slot } from '../../rooms/projection/index.ts'
import { kindMark, publicTitle, type Situation, type Voice, when, whereOf } from '../../rooms/situation/index.ts'
import { texts } from './texts.ts'

type DueSoon = FactOf<'updates.due_soon'>

/** Whether the promise that it is about still stands. */
const stands = ({ data }: DueSoon, { incident, lastUpdate }: Situation): boolean =>
  incident.status === 'responding' && lastUpdate?.nextAt?.toISOString() === data.promisedAt

/** To whoever owes a promised update: it is due in a moment, and one press is enough. Shrinks to a line once it is settled. */
export function dueSoonMessage(
  fact: DueSoon,
  where: 'here' | 'direct',
  situation: Situation,
  voice: Voice,
): MessageContent {
  const t = texts.in(voice.locale)
  const { incident } = situation
  const { promisedAt } = fact.data
  const gaps = { when: when(new Date(promisedAt), voice), channel: whereOf(situation) }
  if (!stands(fact, situation)) return smallMessage(t('due-soon.over', gaps))
  const line =
    where === 'here'
      ? t('due-soon', { ...gaps, mark: kindMark(incident.kind, voice) })
      : t('due-soon.direct', { ...gaps, title: publicTitle(incident, voice, 80) })
  const buttons = [
    verbButton('no-change', voice, { argument: promisedAt, style: 'primary' }),
    verbButton('update', voice),
  ]
  return asMessage([line], [section(line), actions(controlsBlockId(incident.id), buttons)])
}

/** In the channel for them alone, and as a direct message, since what stands only before somebody who looks is soon gone. */
export function dueSoonSlots(
  situation: Situation,
  facts: readonly DueSoon[],
  locales: ReadonlyMap<string, Locale>,
  voice: Voice,
): Slot[] {
  const { channelId, archivedAt } = situation.channel
  if (!channelId || archivedAt) return []
  return facts.flatMap((fact) =>
    fact.data.users.flatMap((user): Slot[] => {
      const own = { ...voice, locale: locales.get(user) ?? voice.locale }
      const say = (where: 'here' | 'direct') => dueSoonMessage(fact, where, situation, own)
      const isOpen = stands(fact, situation)
      const direct: Slot = {
        slot: `due-soon:${fact.n}:${user}`,
        keep: isOpen ? 'living' : 'while-standing',
        lane: 'person',
        act: { do: 'direct-message', user, content: say('direct') },
      }
      // Once it has passed, what the channel reads is that it is overdue.
      if (!isOpen || situation.lastUpdate?.overdueSteps) return [direct]
      const here: Slot = {
        slot: `due-soon-here:${fact.n}:${user}`,
        keep: 'once',
        lane: 'person',
        act: { do: 'ephemeral', channel: channelId, user, content: say('here') },
      }
      return [direct, here]
    }),
  )
}
