import { expect, test, vi } from 'vitest'
import type { Message } from '../../sandbox/protocol.ts'
import { steps } from '../faults/moving-kill.ts'
import { patient } from '../harness/patience.ts'
import { incidentIn } from './conversation.ts'
import { inSlot, words } from './sights.ts'
import { setStage } from './stage.ts'

vi.setConfig({ testTimeout: patient(120_000) })

const token = 'a-token-for-stories-only'

// A start for each: Slack's clock must not have leapt ahead of the workspace's, or nothing that was posted is found again.
const stage = setStage(
  'PostgreSQL',
  { slack: { timeout: '1s', settle: '1s' } },
  undefined,
  { SSSBOT_API_TOKEN: token },
  'a boot',
)

const ofTheBot = ({ user, ephemeral_to: alone, subtype }: Message) => user === 'U0SSSBOT01' && !alone && !subtype

const asks = (incident: string, verb: string, values: object = {}) =>
  fetch(`${stage.bot.app.url}/api/v1/incidents/${incident}/${verb}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ actor: 'tanaka', ...values }),
  })

/** What was done and is not known to be is the harder half: of the other, the first and the last step. */
const cuts = [
  ...steps.map((method) => ({ method, cut: 'after' as const })),
  { method: 'conversations.create', cut: 'before' as const },
  { method: 'conversations.archive', cut: 'before' as const },
]

test.each(cuts)(
  'a move that is cut $cut $method, and whose bot ends there, comes to its end once',
  async ({ method, cut }) => {
    const name = await stage.as('tanaka').declares({ summary: '顧客名簿が外部に送信された' })
    const incident = await incidentIn(stage, name)
    expect((await asks(incident, 'set-visibility', { visibility: 'private' })).status).toBe(200)
    await stage.quiet()
    const since = stage.sandbox.calls.seq
    await stage.driver.fault({ method, cut, times: 1 })
    expect((await asks(incident, 'move-channel')).status).toBe(200)
    await stage.until(() => stage.sandbox.calls.after(since).some((call) => call.method === method) || undefined)
    await stage.restart(() => stage.driver.clearFaults())
    for (let look = 0; look < 3; look++) {
      stage.slackClock.leap(3_000)
      await stage.quiet()
    }
    const { channels } = await stage.state()
    const made = channels.filter((each) => each.is_private && !each.is_im && each.messages.some(ofTheBot))
    expect(made).toHaveLength(1)
    const [secret] = made
    if (!secret) throw new Error('No private channel')
    expect(words(inSlot(secret, 'card'))).toContain('顧客名簿が外部に送信された')
    expect(secret.messages.filter((each) => JSON.stringify(each.metadata ?? {}).includes('"card"'))).toHaveLength(1)
    expect(secret.members).toContain('U0TANAKA')
    expect(secret.bookmarks).toHaveLength(1)
    const left = await stage.channel(name)
    expect(left.messages.filter(ofTheBot)).toEqual([])
    expect([left.is_archived, left.topic, left.bookmarks]).toEqual([true, 'このチャンネルはもう使っていません', []])
  },
)
