import type { Outcome } from '../../../kit/slack/index.ts'
import { type ActOf, mapDone, type Performer, type Scene, type Standing, standsAt } from '../performer.ts'

const letters = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

async function set(act: ActOf<'topic'>, scene: Scene): Promise<Outcome<Standing>> {
  const done = await scene.slack.call(
    'conversations.setTopic',
    { channel: act.channel, topic: act.text },
    { lane: scene.lane },
  )
  return mapDone(done, () => ({ channelId: act.channel, ts: null, ref: null }))
}

/** The channel's topic. Slack tells each change in the channel, so it is looked at before it is set a second time. */
export const topic: Performer<ActOf<'topic'>> = {
  make: set,
  async look(act, scene) {
    const info = await scene.slack.call('conversations.info', { channel: act.channel }, { lane: scene.lane })
    if (info.is !== 'done') return info
    // Slack gives a topic back with every `&`, `<` and `>` written as an entity, whatever it was given.
    if (letters(info.value.channel.topic?.value ?? '') === letters(act.text))
      return standsAt({ channelId: act.channel })
    return { is: 'done', value: null }
  },
  renew: set,
}
