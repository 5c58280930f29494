import { z } from 'zod'
import { textMessage } from '../../kit/block-kit/index.ts'
import { incidentSubject } from '../../rooms/channel/index.ts'
import { type Command, doing } from '../../rooms/faces/index.ts'
import { unchanged } from '../../rooms/facts/index.ts'
import { personOf, verb } from '../../rooms/incident/index.ts'
import { isSubscribed } from './subscribers.ts'
import { texts } from './texts.ts'

/** Whoever asks gets no more news of the incident by direct message. What was sent stays. */
const unsubscribe = verb({
  name: 'unsubscribe',
  input: z.strictObject({}),
  right: 'take-part',
  async change({ tx, caller, incident }) {
    const user = personOf(caller)
    const subject = incidentSubject(incident.id)
    if (!(await isSubscribed(tx, subject, user))) return unchanged(undefined)
    return { facts: [{ subject, type: 'subscriptions.ended', data: { user } }], result: undefined }
  },
})

/** The button of each piece of news; the menu is the same for everybody, and does not know who is subscribed. */
export const unsubscribeCommand: Command = {
  ...doing(
    unsubscribe,
    () => ({}),
    (_done, { voice }) => textMessage(texts.in(voice.locale)('ended')),
  ),
  label: (locale) => texts.in(locale)('label.unsubscribe'),
  spoken: {
    ja: ['DMを止める', 'DMで受け取るのをやめる', '購読をやめる', '購読を解除する', 'フォローをやめる'],
    // The menu does not offer it; whoever says it means it.
    meant: () => [{ argument: null }],
    en: ['unsubscribe', 'stop updates by dm', 'stop dms', 'unfollow', 'stop following'],
  },
  offered: () => false,
}
