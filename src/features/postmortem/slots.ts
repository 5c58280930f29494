import type { Locale } from '../../kit/i18n/index.ts'
import type { Slot } from '../../rooms/projection/index.ts'
import type { Situation, Voice } from '../../rooms/situation/index.ts'
import { draftMessage, questionMessage } from './messages.ts'

/** Whom the questions about a postmortem speak to, in their own language. */
export const recipientsOfQuestions = ({ learning }: Pick<Situation, 'learning'>): string[] =>
  learning.questions.flatMap(({ userId }) => userId ?? [])

/** The draft in the channel of the incident, and each question where it was asked. */
export function learningSlots(
  situation: Situation,
  locales: ReadonlyMap<string, Locale>,
  voice: Voice,
  voiceAt: (channelId: string) => Voice,
): Slot[] {
  const { channel, learning } = situation
  const { channelId, archivedAt } = channel
  const questions = learning.questions.flatMap((question): Slot[] => {
    const { id, userId, state, channelId: asked } = question
    const alone = { ...voice, locale: (userId && locales.get(userId)) || voice.locale }
    const own = asked ? voiceAt(asked) : alone
    const content = questionMessage(question, situation, own)
    const act = userId
      ? ({ do: 'direct-message', user: userId, content } as const)
      : ({ do: 'message', channel: question.channelId ?? '', content } as const)
    // Whoever has just answered looks at it.
    return [
      {
        slot: `question:${id}`,
        keep: state === 'open' ? 'living' : 'while-standing',
        lane: 'announce',
        editLane: 'person',
        act,
      },
    ]
  })
  if (!channelId || archivedAt || !learning.postmortem.draftedAt) return questions
  const act = { do: 'message', channel: channelId, content: draftMessage(situation, voice) } as const
  return [{ slot: 'postmortem', keep: 'living', lane: 'announce', after: ['card'], act }, ...questions]
}
