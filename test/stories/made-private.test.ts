import { beforeEach, expect } from 'vitest'
import type { Message } from '../../sandbox/protocol.ts'
import { incidentIn } from './conversation.ts'
import { inSlot, slotOf, words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, forEachDatabase, test } from './telling.ts'

const token = 'a-token-for-stories-only'
const day = 24 * 60 * 60_000

/** What the incident says of itself; the one that was like it says the same of itself in its own words only. */
const secrets = {
  summary: '顧客名簿が外部に送信された',
  impact: '三万人分の住所',
  condition: '送信先を特定した',
  action: '送信の上限を設ける',
  reason: '警察に届けるため',
}

forEachDatabase((database) => {
  const stage = setStage(database, {}, undefined, { SSSBOT_API_TOKEN: token })
  beforeEach(() =>
    stage.bot.configure({
      notify: [{ broadcast: ['#incidents', '#dev-all'] }, { when: { visibility: 'private' }, invite: ['@csirt'] }],
    }),
  )
  const tanaka = () => stage.as('tanaka')
  const does = async (channel: string, verb: string, values?: Record<string, unknown>) => {
    await tanaka().chooses(channel, verb)
    if (values) expect((await tanaka().sends(values)).errors, verb).toEqual({})
    await stage.quiet()
  }
  const hides = async (incident: string) => {
    const answered = await fetch(`${stage.bot.app.url}/api/v1/incidents/${incident}/set-visibility`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ actor: 'tanaka', visibility: 'private' }),
    })
    expect(answered.status).toBe(200)
    await stage.quiet()
  }
  const ofTheBot = ({ user, ephemeral_to: alone }: Message) => user === 'U0SSSBOT01' && !alone

  /** What of the incident stands in channels that are not its own, each with the name of its channel. */
  async function leavings(own: string): Promise<string[]> {
    const { channels } = await stage.state()
    const seen: [string, string | undefined, string][] = channels
      .filter(({ name, is_im: isDirect }) => name !== own && !isDirect)
      .flatMap(({ name, messages }) =>
        messages
          .filter(ofTheBot)
          .map((each): [string, string | undefined, string] => [name, slotOf(each), JSON.stringify(each)]),
      )
    const { id } = await stage.channel(own)
    const telling = [...Object.values(secrets), own, id]
    const { id: outside } = await stage.as('suzuki').user()
    const home = JSON.stringify((await stage.state()).homes[outside]?.blocks ?? [])
    seen.push(['home of suzuki', 'home', home])
    return seen.flatMap(([name, slot, all]) =>
      telling.filter((word) => all.includes(word)).map((word) => `#${name} ${slot}: ${word}`),
    )
  }

  /** Everything by which an incident is told of elsewhere. */
  async function told(isAlone: boolean): Promise<string> {
    const ts = await stage.as('suzuki').says('#dev-all', '名簿の件、どうなっていますか')
    await stage.as('suzuki').says('#general', '@sssbot')
    const name = await tanaka().declares({ summary: secrets.summary })
    await does(name, 'take-handler')
    await does(name, 'edit-summary', { summary: secrets.summary, impact: secrets.impact })
    await does(name, 'set-level', { level: 'level5', reason: secrets.reason })
    const { id } = await stage.channel('dev-all')
    await does(name, 'link-channel', { thread: `https://sandbox.slack.com/archives/${id}/p${ts.replace('.', '')}` })
    await does(name, 'update', { condition: secrets.condition, action: '調査中', impact: secrets.impact })
    await does(name, 'add-action', { title: secrets.action, owner: 'U0SATO' })
    // Another mention names it among what is open; another incident like it names what it has left open.
    await stage.as('suzuki').says('#general', '@sssbot')
    if (!isAlone) await stage.as('sato').declares({ summary: '外部に顧客名簿が送信されている疑い' })
    // Somebody who takes no part looks at their home tab.
    await stage.as('suzuki').do({ do: 'open_home' })
    await stage.quiet()
    return name
  }

  const moments: Record<string, (name: string) => Promise<unknown>> = {
    handled: async () => {},
    recovered: (name) => does(name, 'recover', { permanence: 'permanent', postmortem_owner: 'U0SATO' }),
    completed: async (name) => {
      await does(name, 'recover', { permanence: 'permanent', postmortem_owner: 'U0SATO' })
      await does(name, 'complete', { waivers: '訓練の続き' })
    },
    reopened: async (name) => {
      await does(name, 'recover', { permanence: 'permanent', postmortem_owner: 'U0SATO' })
      await does(name, 'complete', { waivers: '訓練の続き' })
      await does(name, 'reopen', { reason: '再発した' })
    },
    archived: async (name) => {
      await does(name, 'recover', { permanence: 'permanent', postmortem_owner: 'U0SATO' })
      await does(name, 'complete', { waivers: '訓練の続き' })
      await stage.pass(8 * day)
      expect((await stage.channel(name)).is_archived).toBe(true)
    },
  }

  describe('a public incident that is made private', () => {
    test.each(Object.keys(moments))('when it is %s leaves nothing of the bot’s behind', async (moment) => {
      const name = await told(moment !== 'handled')
      await moments[moment]?.(name)
      const before = await leavings(name)
      for (const where of ['#incidents', '#dev-all', '#general']) expect(before.join('\n'), where).toContain(where)
      if (moment === 'handled') expect(before.join('\n')).toContain('home of suzuki')
      if (moment === 'handled') expect(before.join('\n')).toMatch(/-2 card: 送信の上限/)
      if (moment === 'archived') expect(before.join('\n')).toContain('action-board')
      await hides(await incidentIn(stage, name))
      expect(await leavings(name)).toEqual([])
      // News of it goes nowhere any more.
      const heard = (await stage.channel('incidents')).messages.length
      if (moment === 'handled') await does(name, 'set-level', { level: 'level4', reason: secrets.reason })
      expect((await stage.channel('incidents')).messages).toHaveLength(heard)
      expect(await leavings(name)).toEqual([])
    })

    test('is deleted where Slack does not let the bot edit; what cannot be deleted is named with its place', async () => {
      const name = await told(true)
      const { id, messages } = await stage.channel('incidents')
      const { ts } = inSlot(await stage.channel('incidents'), 'broadcast:')
      const ofOther = messages.filter(ofTheBot).length
      await stage.driver.fault({ method: 'chat.update', error: 'edit_window_closed', args: { channel: id } })
      await stage.driver.fault({ method: 'chat.delete', error: 'cant_delete_message', args: { ts } })
      const incident = await incidentIn(stage, name)
      const answered = hides(incident)
      const card = async () => words(inSlot(await stage.channel(name), 'card'))
      await stage.until(async () => (await card()).includes(`message_ts=${ts}`) || undefined)
      expect(await card()).toContain('投稿を消せません')
      const left = await leavings(name)
      expect(left.every((each) => each.includes('#incidents broadcast:'))).toBe(true)
      expect((await stage.channel('incidents')).messages.filter(ofTheBot).length).toBeLessThan(ofOther)
      await stage.driver.clearFaults()
      stage.slackClock.leap(day)
      await answered
      await stage.quiet()
      expect(await leavings(name)).toEqual([])
      expect(await card()).not.toContain('投稿を消せません')
    })

    test('merged into another, the other one no longer leads to it', async () => {
      const [name, other] = [await tanaka().declares({ summary: secrets.summary }), await tanaka().declares()]
      await tanaka().does(name, 'merge', { into: await incidentIn(stage, other) })
      const { id } = await stage.channel(name)
      const told = async () => JSON.stringify((await stage.channel(other)).messages)
      expect(await told()).toContain(id)
      await hides(await incidentIn(stage, name))
      expect(await told()).not.toContain(id)
    })
  })
})
