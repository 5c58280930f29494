import { actions, button, type MessageContent, section } from '../../kit/block-kit/index.ts'
import type { Verdict } from '../check.ts'
import { channelOf, type Echoes, eventOf } from './echo.ts'
import type { TrialGrounds } from './grounds.ts'

/** How long a person has for each of the two, in milliseconds. */
const handMs = 90_000

const lane = 'person'

/** The last proof is a person's: mention the bot, and press the button of its answer. */
export async function hand(on: TrialGrounds, echoes: Echoes): Promise<Verdict[]> {
  const { t } = on
  on.tell(t('hand.mention'))
  const mention = await echoes.await(({ type }) => type === 'app_mention', handMs)
  if (!mention) return [{ ok: false, what: t('hand.no-mention'), fix: t('hand.no-mention.fix') }]
  // A bot that runs answers by itself.
  const channel = channelOf(mention)
  if (!on.isRunning && channel) {
    const { text, blocks } = answerMessage(t('hand.answer'), t('hand.button'))
    const { ts } = eventOf(mention)
    const thread = typeof ts === 'string' ? { thread_ts: ts } : {}
    await on.slack.call('chat.postMessage', { channel, text, blocks, ...thread }, { lane })
  }
  on.tell(t('hand.press'))
  const pressed = await echoes.await(({ type }) => type === 'block_actions', handMs)
  if (!pressed) return [{ ok: false, what: t('hand.no-press'), fix: t('hand.no-press.fix') }]
  return [{ ok: true, what: t('hand.right') }]
}

const answerMessage = (words: string, label: string): MessageContent => ({
  text: words,
  blocks: [section(words), actions('doctor', [button({ actionId: 'doctor.pressed', text: label })])],
})
