import { beforeEach, expect } from 'vitest'
import { incidentIn } from './conversation.ts'
import { inSlot, words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, everywhere, forEachDatabase, test } from './telling.ts'

const token = 'a-token-for-stories-only'
const hour = 60 * 60_000
const summary = '顧客名簿が外部に送信された'

forEachDatabase((database) => {
  const stage = setStage(database, {}, undefined, { SSSBOT_API_TOKEN: token })
  beforeEach(() =>
    stage.bot.configure({
      notify: [
        { broadcast: ['#incidents'] },
        { when: { visibility: 'private' }, invite: ['@csirt'] },
        { when: { visibility: 'private', at_least: 'level4' }, invite: ['@takahashi'] },
      ],
    }),
  )
  const tanaka = () => stage.as('tanaka')
  const does = async (channel: string, verb: string, values?: Record<string, unknown>, who = 'tanaka') => {
    await stage.as(who).chooses(channel, verb)
    if (values) expect((await stage.as(who).sends(values)).errors, verb).toEqual({})
    await stage.quiet()
  }
  const members = async (channel: string) => new Set((await stage.channel(channel)).members)

  /** Those of these people to whom the API shows an incident. */
  async function reading(incident: string, ...people: string[]): Promise<string[]> {
    const seen = await Promise.all(
      people.map(async (who) => {
        const answered = await fetch(`${stage.bot.app.url}/api/v1/incidents/${incident}?actor=${who}`, {
          headers: { authorization: `Bearer ${token}` },
        })
        return (await answered.text()).includes(summary) ? [who] : []
      }),
    )
    return seen.flat()
  }

  /**
   * A public incident that tanaka declared and sato leads. The settings called watanabe, yamamoto and ito, who is of the CSIRT too; bob joined in
   * Slack, suzuki by the button; carol was invited in Slack, and alice called by hand.
   */
  async function crowded() {
    const channel = await tanaka().declares({ summary })
    const incident = await incidentIn(stage, channel)
    const { id } = await stage.channel(channel)
    await stage.as('bob').do({ do: 'join', channel: id })
    const { ts } = inSlot(await stage.channel('incidents'), 'broadcast:')
    await stage.as('suzuki').do({ do: 'click', channel: 'C0INCIDENTS', ts, action_id: 'incident.join' })
    await tanaka().do({ do: 'invite', channel: id, users: ['carol'] })
    await stage.quiet()
    await does(channel, 'call-people', { people: ['U0ALICE'] })
    await does(channel, 'take-handler', undefined, 'sato')
    return { channel, incident, id }
  }
  const losing = ['watanabe', 'yamamoto', 'suzuki', 'bob']
  const keeping = ['tanaka', 'sato', 'ito', 'carol', 'alice']
  const everybody = [...keeping, ...losing, 'kato', 'takahashi']

  describe('a public incident that is made private', () => {
    everywhere(
      'is known no more to whom a public rule called or who had come by themselves, as the form says before',
      async () => {
        const { channel, incident, id } = await crowded()
        expect(await members(channel)).toContain('U0YAMAMOTO')
        await tanaka().chooses(channel, 'set-visibility')
        const form = words(await tanaka().form())
        const [, told = ''] = /見られなくなる人\* : (.*)/.exec(form) ?? []
        expect(told.split(' ').toSorted()).toEqual(losing.map((who) => `<@U0${who.toUpperCase()}>`).toSorted())
        expect((await tanaka().sends({ visibility: 'private' })).errors).toEqual({})
        await stage.quiet()
        expect(await reading(incident, ...everybody)).toEqual([...keeping, 'kato'])
        for (const who of losing) expect(await members(channel)).not.toContain(`U0${who.toUpperCase()}`)
        expect(await members(channel)).toContain('U0CAROL')
        // Whoever was called first and may know of it no more is named there no more.
        expect(words(inSlot(await stage.channel(channel), 'first-call'))).toBe(
          ':wave: 宣言のときに、初動対応の人たちを呼びました。',
        )

        // The channel is open to all until people convert it: who joins again is no better off, and is out once it is private.
        const before = (await stage.as('bob').direct()).length
        const beforeHere = (await stage.as('bob').alone(channel)).length
        await stage.as('bob').do({ do: 'join', channel: id })
        await stage.quiet()
        await stage.as('bob').chooses(channel, 'set-level')
        await stage.quiet()
        expect(await reading(incident, 'bob')).toEqual([])
        expect(words((await stage.as('bob').direct()).slice(before))).not.toContain(summary)
        expect(words((await stage.as('bob').alone(channel)).slice(beforeHere))).toBe(
          'There is no such incident. Please check the list of incidents.',
        )
        expect(await members(channel)).toContain('U0BOB')
        await tanaka().do({ do: 'make_private', channel: id })
        await stage.quiet()
        expect(await members(channel)).not.toContain('U0BOB')
        expect(await reading(incident, ...everybody)).toEqual([...keeping, 'kato'])

        // A rule for private ones calls them, people do, and the rules for public ones once it is public again.
        await does(channel, 'set-level', { level: 'level4' })
        expect(await reading(incident, 'takahashi')).toEqual(['takahashi'])
        await does(channel, 'call-people', { people: ['U0YAMAMOTO'] })
        expect(await reading(incident, 'yamamoto', 'watanabe')).toEqual(['yamamoto'])
        expect(await members(channel)).toContain('U0YAMAMOTO')
        await stage.pass(hour)
        expect(await members(channel)).not.toContain('U0WATANABE')
        await does(channel, 'set-visibility', { visibility: 'public' })
        expect(await members(channel)).toContain('U0WATANABE')
      },
    )

    test('stays with whoever made it so, whatever had brought them, and the card and the timeline say who knows', async () => {
      const { channel, incident } = await crowded()
      await does(channel, 'set-visibility', { visibility: 'private' }, 'yamamoto')
      expect(await reading(incident, ...everybody)).toEqual([...keeping, 'yamamoto', 'kato'])
      await tanaka().chooses(channel, 'exclude-people')
      expect(words(await tanaka().form())).toContain('<@U0YAMAMOTO>  設定の規則・非公開にした人')
      expect(words(await tanaka().form())).toContain('<@U0CAROL>  チャンネルに招待された')
      const answered = await fetch(`${stage.bot.app.url}/api/v1/incidents/${incident}/timeline?actor=tanaka`, {
        headers: { authorization: `Bearer ${token}`, 'accept-language': 'ja' },
      })
      expect(await answered.text()).toMatch(/非公開になり、[^"]*渡辺[^"]*は見られなくなった/)
    })

    test('names on the card whom Slack does not let the bot take out, as long as they are in', async () => {
      const { channel, incident, id } = await crowded()
      await stage.driver.fault({ method: 'conversations.kick', error: 'restricted_action' })
      await tanaka().chooses(channel, 'set-visibility')
      await tanaka().sends({ visibility: 'private' })
      const card = async () => words(inSlot(await stage.channel(channel), 'card'))
      await stage.until(async () => (await card()).includes('<@U0WATANABE> をチャンネルから出せません') || undefined)
      expect(await reading(incident, ...losing)).toEqual([])
      await stage.driver.clearFaults()
      await stage.as('tanaka').do({ do: 'make_private', channel: id })
      stage.slackClock.leap(hour)
      await stage.quiet()
      for (const who of losing) expect(await members(channel)).not.toContain(`U0${who.toUpperCase()}`)
      expect(await card()).not.toContain('チャンネルから出せません')
    })
  })
})
