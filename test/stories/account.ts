import type { ApiCall } from '../../sandbox/protocol.ts'
import type { Driver } from '../../sandbox/server/testing/driver.ts'
import type { Ground } from './ground.ts'
import { channelTranscript } from './transcript.ts'

/** So many of the last calls to Slack are shown. */
const lastCalls = 15

/** How a story that failed stands, for people: the channels in which the bot spoke, its last calls, and what it logged as wrong. */
export async function accountOf({ bot: { driver }, log }: Ground): Promise<string> {
  const wrong = log.filter((line) => (JSON.parse(line) as { level: number }).level >= 40)
  return [
    await slackOf(driver),
    ...(wrong.length > 0 ? [`What the bot logged as wrong:\n${wrong.join('')}`] : []),
  ].join('\n\n')
}

/** How Slack stands, for people: the channels in which the bot spoke, and its last calls. */
export async function slackOf(driver: Driver, last = lastCalls): Promise<string> {
  const { channels, users } = await driver.state()
  const spoken = channels.filter(({ messages }) => messages.some((each) => each.bot_id))
  const calls = await driver.calls()
  return [
    ...spoken.map((channel) => channelTranscript(channel, users)),
    `The last calls to Slack:\n${calls.slice(-last).map(callLine).join('\n')}`,
  ].join('\n\n')
}

const callLine = ({ method, ok, error, args }: ApiCall): string =>
  `  ${method} ${ok ? 'ok' : (error ?? 'failed')} ${JSON.stringify(args).slice(0, 160)}`
