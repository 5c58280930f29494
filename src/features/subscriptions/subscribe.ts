import { z } from 'zod'
import { textMessage } from '../../kit/block-kit/index.ts'
import { incidentSubject } from '../../rooms/channel/index.ts'
import { type Command, doing, whileOpen } from '../../rooms/faces/index.ts'
import { unchanged } from '../../rooms/facts/index.ts'
import { personOf, verb } from '../../rooms/incident/index.ts'
import { isSubscribed } from './subscribers.ts'
import { texts } from './texts.ts'

/** Whoever asks gets the news of the incident by direct message. Asking twice changes nothing. */
const subscribe = verb({
  name: 'subscribe',
  input: z.strictObject({}),
  right: 'take-part',
  async change({ tx, caller, incident }) {
    const user = personOf(caller)
    const subject = incidentSubject(incident.id)
    if (await isSubscribed(tx, subject, user)) return unchanged(undefined)
    return { facts: [{ subject, type: 'subscriptions.begun', data: { user } }], result: undefined }
  },
})

export const subscribeCommand: Command = {
  ...doing(
    subscribe,
    () => ({}),
    (_done, { voice }) => textMessage(texts.in(voice.locale)('begun')),
  ),
  label: (locale) => texts.in(locale)('label.subscribe'),
  spoken: {
    ja: ['DMで受け取る', '状況をDMで受け取る', 'DMで知らせる', '購読', '購読する', 'フォローする'],
    en: ['subscribe', 'get updates by dm', 'dm me updates', 'follow this incident', 'keep me posted'],
  },
  offered: whileOpen,
}
