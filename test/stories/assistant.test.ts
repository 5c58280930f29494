import { expect } from 'vitest'
import { incidentIn } from './conversation.ts'
import { inSlot, words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, everywhere, forEachDatabase, test } from './telling.ts'

const token = 'a-token-for-stories-only'
const minute = 60_000

forEachDatabase((database) => {
  const stage = setStage(database, {}, undefined, { SSSBOT_API_TOKEN: token })
  const look = async (path: string, method = 'GET') => {
    const headers = { authorization: `Bearer ${token}` }
    const answered = await fetch(`${stage.bot.app.url}/api/v1/incidents/${path}`, { method, headers })
    const text = await answered.text()
    return { status: answered.status, body: text, said: (text ? JSON.parse(text) : null) as Record<string, unknown> }
  }
  const kept = async () =>
    stage.bot.app.world.db.read.selectFrom('assistant_summaries').select(['language', 'summary']).execute()
  const told = async (handle: string, channel: string, verb = 'catch-up') => {
    await stage.as(handle).chooses(channel, verb)
    return words(await stage.as(handle).form())
  }
  const underWay = async (values: Record<string, unknown> = {}) => {
    const name = await stage.as('tanaka').declares({ summary: '決済が失敗する', ...values })
    await stage.as('sato').takesNextStep(name)
    await stage.as('sato').does(name, 'update', { condition: '決済の3割が失敗している', action: '接続数を調べている' })
    const ts = await stage.as('ito').says(`#${name}`, '14:02 に接続プールの設定を 50 に変えています')
    await stage.quiet()
    return { name, ts, id: await incidentIn(stage, name) }
  }

  describe('whoever comes late', () => {
    test('is told how it stands in a form of their own, and the next time what has happened since', async () => {
      const name = await stage.as('tanaka').declares({ summary: '決済が失敗する' })
      await stage.as('sato').takesNextStep(name)
      await stage
        .as('sato')
        .does(name, 'update', { condition: '決済の3割が失敗している', action: '接続数を調べている' })
      await stage.quiet()
      const first = await told('suzuki', name)
      expect(first).toContain('対応中')
      expect(first).toContain('決済が失敗する')
      expect(first).toContain('佐藤')
      expect(first).toContain('決済の3割が失敗している')
      await stage.pass(2 * minute)
      expect(await told('suzuki', name)).toContain('から、新しい動きはありません')
      await stage.pass(minute)
      await stage.as('sato').does(name, 'update', { condition: '接続数を戻した' })
      const again = await told('suzuki', name)
      expect(again).not.toContain('新しい動きはありません')
      expect(again).toContain('接続数を戻した')
      // Somebody else is told all of it, in their own language.
      const other = await told('alice', name)
      expect(other).toContain('Responding')
      expect(other).toContain('決済の3割が失敗している')
    })

    test('asks by words and is told three lines alone; the rest is a press away, and nothing stands in the channel', async () => {
      const { name } = await underWay()
      const before = (await stage.channel(name)).messages.filter((each) => !each.ephemeral_to).length
      await stage.as('ito').says(`#${name}`, '@sssbot 今どうなってる？')
      await stage.quiet()
      const [answer] = (await stage.as('ito').alone(name)).slice(-1)
      expect(words(answer)).toContain('決済が失敗する')
      if (!answer) throw new Error('Nothing was told')
      await stage.as('ito').presses(name, answer, 'incident.catch-up')
      const form = words(await stage.as('ito').form())
      expect(form).toContain('いまの状況')
      // What was said to the bot is no news of the incident.
      expect(form).not.toContain('今どうなってる')
      // Their own words are the only line more.
      expect((await stage.channel(name)).messages.filter((each) => !each.ephemeral_to)).toHaveLength(before + 1)
    })

    test('of a private incident reads its rule first, in their own language, wherever they look', async () => {
      const name = await stage.as('alice').declares({ visibility: 'private', summary: '漏えいの疑い' })
      const rules = {
        kobayashi: '🔒 非公開｜参加者以外には共有しないでください',
        alice: '🔒 Private: do not share outside this channel',
      }
      for (const [handle, rule] of Object.entries(rules)) {
        expect(await told(handle, name)).toContain(rule)
        expect(await told(handle, name, 'summary')).toContain(rule)
        await stage.as(handle).says(`#${name}`, '@sssbot 今どうなってる？')
        await stage.quiet()
        expect(words((await stage.as(handle).alone(name)).at(-1))).toContain(rule)
      }
    })

    test('finds it on the card and on the home tab', async () => {
      const { name } = await underWay()
      await stage.as('suzuki').presses(name, inSlot(await stage.channel(name), 'card'), 'incident.catch-up')
      expect(words(await stage.as('suzuki').form())).toContain('決済が失敗する')
      await stage.as('ito').do({ do: 'open_home' })
      await stage.quiet()
      await stage.as('ito').do({ do: 'click', home: true, action_id: 'incident.catch-up' })
      expect(words(await stage.as('ito').form())).toContain('決済が失敗する')
    })
  })

  describe('the summary', () => {
    test('has three lengths, is kept until something changes, and says over HTTP what each sentence rests on', async () => {
      const { name, id } = await underWay()
      const form = await told('ito', name, 'summary')
      expect(form).toContain('1行で')
      expect(form).toContain('決済の3割が失敗している')
      const { status, said } = await look(`${id}/summary?length=line&language=ja`)
      expect([status, Object.keys(said)]).toEqual([200, ['line', 'made_at', 'made_by']])
      await stage.pass(minute)
      expect((await look(`${id}/summary?length=line&language=ja`)).said.made_at).toBe(said.made_at)
      await stage.as('sato').says(`#${name}`, '設定を戻しました')
      await stage.quiet()
      expect((await look(`${id}/summary?length=line&language=ja`)).said.made_at).not.toBe(said.made_at)
      const whole = await look(`${id}/summary?length=whole&language=en`)
      expect(whole.body).toContain('"is":"update","ref":"1"')
      expect((await kept()).map(({ language }) => language).toSorted()).toEqual(['en', 'ja'])
    })

    test('forgets a deleted message in the very transaction of its deletion', async () => {
      const { name, ts, id } = await underWay()
      const { id: channel } = await stage.channel(name)
      await stage.as('ito').do({ do: 'pin', channel, ts })
      await stage.quiet()
      expect((await look(`${id}/summary?language=ja`)).body).toContain('接続プール')
      await stage.as('ito').do({ do: 'delete', channel, ts })
      await stage.quiet()
      expect(await kept()).toEqual([])
      expect((await look(`${id}/summary?language=ja`)).body).not.toContain('接続プール')
      expect((await look(`${id}/catch-up?language=ja`)).body).not.toContain('接続プール')
    })

    test('of an incident that became private is nobody’s at once who may not know of it', async () => {
      const { name, id } = await underWay()
      expect((await look(`${id}/summary`)).status).toBe(200)
      await stage.as('sato').does(name, 'set-visibility', { visibility: 'private' })
      expect([(await look(`${id}/summary`)).status, (await look(`${id}/catch-up`)).status]).toEqual([404, 404])
    })

    test('quotes no private channel that is linked, for not everybody is in it', async () => {
      const name = await stage.as('tanaka').declares({ summary: '名簿の件', visibility: 'private' })
      await stage.quiet()
      const id = await incidentIn(stage, name)
      const other = await stage.channel(
        await stage.as('kobayashi').declares({ summary: '別の件', visibility: 'private' }),
      )
      await stage.quiet()
      const { db } = stage.bot.app.world
      const row = { incident_id: id, channel_id: other.id, ts: '1795410000.000100', said_at: stage.clock.now() }
      await db.transaction((tx) =>
        tx
          .insertInto('record_messages')
          .values({ ...row, words: '原因は名簿の流出です', conversation: true, author: 'U0ITO' })
          .execute(),
      )
      expect(await told('tanaka', name, 'summary')).not.toContain('名簿の流出')
      expect(await told('tanaka', name)).not.toContain('名簿の流出')
    })
  })

  everywhere(
    'people switch it off for one incident: nothing is made, kept or shown until they switch it on again',
    async () => {
      const { name, id } = await underWay()
      await told('ito', name, 'summary')
      expect(await kept()).toHaveLength(1)
      await stage.as('sato').does(name, 'switch-assistant', { to: 'off' })
      expect(await kept()).toEqual([])
      expect((await look(`${id}/summary`)).said).toMatchObject({ code: 'assistant-off' })
      await stage.as('ito').chooses(name, 'catch-up')
      expect(words((await stage.as('ito').alone(name)).at(-1))).toContain('要約と下書きは止めてあります')
      await stage.as('sato').does(name, 'switch-assistant', { to: 'on' })
      expect((await look(`${id}/summary`)).status).toBe(200)
    },
  )
})
