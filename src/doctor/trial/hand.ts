import { actions, button, type MessageContent, section } from '../../kit/block-kit/index.ts'
import type { Verdict } from '../check.ts'
import type { Sound } from '../grounds.ts'
import { channelOf, type Echoes } from './echo.ts'
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
  const answer = on.isRunning ? undefined : await answerTo(mention, on)
  on.tell(t('hand.press'))
  const pressed = await echoes.await(({ type }) => type === 'block_actions', handMs)
  if (answer) await on.slack.call('chat.delete', answer, { lane })
  if (!pressed) return [{ ok: false, what: t('hand.no-press'), fix: t('hand.no-press.fix') }]
  return [{ ok: true, what: t('hand.right') }]
}

/** Answers with a button, where it was mentioned. */
async function answerTo(mention: Sound, on: TrialGrounds): Promise<{ channel: string; ts: string } | undefined> {
  const channel = channelOf(mention)
  if (!channel) return undefined
  const answer = answerMessage(on.t('hand.answer'), on.t('hand.button'))
  const posted = await on.slack.call(
    'chat.postMessage',
    { channel, text: answer.text, blocks: answer.blocks },
    { lane },
  )
  return posted.is === 'done' ? { channel, ts: posted.value.ts } : undefined
}

const answerMessage = (words: string, label: string): MessageContent => ({
  text: words,
  blocks: [section(words), actions('doctor', [button({ actionId: 'doctor.pressed', text: label })])],
})
