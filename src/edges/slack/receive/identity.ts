import type { WebClient } from '@slack/web-api'
import { type Clock, sleep } from '../../../kit/clock.ts'
import type { Log } from '../../../kit/log.ts'
import { classify } from '../../../kit/slack/index.ts'
import type { Identity } from './handlers.ts'

const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 15_000
/** After Slack refused the token somebody has to act. */
const REFUSED_PAUSE_MS = 60_000

/**
 * Asks Slack whose `token` it is until it says so, or until `signal` aborts (then undefined). A refused token is asked again as
 * well, seldom: somebody may be renewing it.
 */
export async function identify(
  client: WebClient,
  token: string,
  { clock, log, signal }: { clock: Clock; log: Log; signal: AbortSignal },
): Promise<Identity | undefined> {
  let said: string | undefined
  for (let pause = FIRST_PAUSE_MS; !signal.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      const answer = await client.auth.test({ token })
      if (answer.user_id && answer.team_id) {
        return { botUserId: answer.user_id, botId: answer.bot_id, teamId: answer.team_id }
      }
      log.error('Slack does not say who the bot is: is the token a bot token?')
    } catch (error) {
      const failure = classify(error)
      if (failure.is === 'refused') {
        if (said !== failure.error)
          log.error(
            { error: failure.error },
            'Slack refuses the bot token: the bot cannot do anything until it is replaced',
          )
        said = failure.error
        pause = REFUSED_PAUSE_MS
      } else if (pause === FIRST_PAUSE_MS) {
        log.warn({ outcome: failure.is }, 'Slack does not answer: waiting for it')
      }
    }
    await sleep(clock, pause, signal).catch(() => {})
  }
  return undefined
}
