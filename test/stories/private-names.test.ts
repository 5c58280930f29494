import { expect } from 'vitest'
import { z } from 'zod'
import { incidentIn } from './conversation.ts'
import { inSlot, words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, forEachDatabase, test } from './telling.ts'

const token = 'a-token-for-stories-only'
const refusal = z.looseObject({ error: z.object({ code: z.string(), field: z.string().optional() }).optional() })

forEachDatabase((database) => {
  const stage = setStage(database, {}, undefined, { SSSBOT_API_TOKEN: token })
  const call = async (path: string, body: object) => {
    const answered = await fetch(`${stage.bot.app.url}/api/v1/incidents/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    await stage.quiet()
    const { error } = refusal.parse(await answered.json())
    return error ? [error.code, error.field] : [answered.status]
  }

  describe('whom and what a verb may name in a private incident', () => {
    test('nobody outside hears of it by being thanked, offered the lead, given a TODO, or asked to write', async () => {
      const name = await stage.as('kobayashi').declares({ summary: '顧客名簿の持ち出し', visibility: 'private' })
      const incident = await incidentIn(stage, name)
      const { id } = await stage.channel(name)
      const actor = 'kobayashi'
      expect(await call(`${incident}/take-handler`, { actor })).toEqual([200])
      const people = ['U0SUZUKI']
      expect(await call(`${incident}/release-people`, { actor, people, note: '名簿の件' })).toEqual([
        'unknowing',
        'people',
      ])
      expect(await call(`${incident}/hand-over`, { actor, to: 'U0SUZUKI', briefing: '名簿' })).toEqual([
        'unknowing',
        'to',
      ])
      expect(await call(`${incident}/add-todo`, { actor, text: '名簿', owner: 'U0SUZUKI' })).toEqual([
        'unknowing',
        'owner',
      ])
      expect((await stage.channel(name)).members).not.toContain('U0SUZUKI')
      const told = JSON.stringify(await stage.as('suzuki').direct())
      expect(told).not.toContain('名簿')
      expect(told).not.toContain(id)
      // Whoever is called is brought in, and may be named from then on.
      expect(await call(`${incident}/call-people`, { actor, people })).toEqual([200])
      expect(await call(`${incident}/hand-over`, { actor, to: 'U0SUZUKI' })).toEqual([200])
    })

    test('its own channel reads by its name what ended and began again; everybody else reads none of it', async () => {
      for (const [language, declared, over] of [
        ['ja', /復旧しました.*サービスA: 顧客名簿の持ち出し/, /再開しました.*サービスA: 顧客名簿の持ち出し/],
        ['en', /Recovered.*Service A: 顧客名簿の持ち出し/, /Reopened.*Service A: 顧客名簿の持ち出し/],
      ] as const) {
        await stage.bot.configure({ language })
        const name = await stage.as('kobayashi').declares({ summary: '顧客名簿の持ち出し', visibility: 'private' })
        await stage.as('kobayashi').takesNextStep(name)
        await stage.as('kobayashi').does(name, 'recover')
        await stage.as('kobayashi').does(name, 'reopen', { reason: '別の端末からも見つかった' })
        const said = async (slot: string) => words(inSlot(await stage.channel(name), slot))
        expect(await said('announce:incident.recovered')).toMatch(declared)
        expect(await said('announce:incident.reopened')).toMatch(over)
        const elsewhere = (await stage.state()).channels.filter((each) => !each.is_im && !each.is_private)
        expect(JSON.stringify(elsewhere.map(({ messages }) => messages))).not.toContain('顧客名簿')
      }
    })

    test('the channel of another incident is no place to tell of this one', async () => {
      const [one, other] = [
        await stage.as('tanaka').declares({ summary: '決済が遅い' }),
        await stage.as('kobayashi').declares({ summary: '顧客名簿の持ち出し', visibility: 'private' }),
      ]
      const incident = await incidentIn(stage, one)
      const { id } = await stage.channel(other)
      const before = (await stage.channel(other)).messages.length
      const thread = `https://example.slack.com/archives/${id}/p1700000000000000`
      expect(await call(`${incident}/link-channel`, { actor: 'tanaka', channel: id })).toEqual([
        'link-outsider',
        'channel',
      ])
      expect(await call(`${incident}/link-channel`, { actor: 'tanaka', thread })).toEqual(['link-outsider', 'thread'])
      expect((await stage.channel(other)).messages).toHaveLength(before)
    })
  })
})
