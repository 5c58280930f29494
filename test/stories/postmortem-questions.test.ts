import { expect } from 'vitest'
import { draftOf, keepAsking } from '../../src/rooms/postmortem/index.ts'
import { incidentIn } from './conversation.ts'
import { inSlot, slotOf, words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, everywhere, forEachDatabase, test } from './telling.ts'

const minute = 60_000

const isInput = (block: unknown): block is { type: 'input'; block_id: string } =>
  typeof block === 'object' && block !== null && 'type' in block && block.type === 'input'

forEachDatabase((database) => {
  const stage = setStage(database, {
    functions: { support: { name: 'サポート', people: [], channels: ['#customer-support'] } },
  })
  const tanaka = () => stage.as('tanaka')
  const markdownOf = async (name: string) =>
    (await draftOf(stage.bot.app.world, await incidentIn(stage, name)))?.markdown ?? ''
  const history = async (name: string) =>
    stage.bot.app.world.db.read
      .selectFrom('postmortem_questions')
      .selectAll()
      .where('incident_id', '=', await incidentIn(stage, name))
      .orderBy('asked_at')
      .orderBy('id')
      .execute()
  /** What somebody is asked now, in their conversation with the bot. */
  const askedOf = async (handle: string) =>
    (await stage.as(handle).direct()).filter(
      (message) => slotOf(message)?.startsWith('question:') && JSON.stringify(message).includes('answer-question'),
    )
  const press = async (handle: string, verb: string) => {
    const [question] = await askedOf(handle)
    if (!question) throw new Error(`${handle} is asked nothing`)
    const im = (await stage.state()).channels.find((each) => each.messages.some(({ ts }) => ts === question.ts))
    await stage.as(handle).do({ do: 'click', channel: im?.id ?? '', ts: question.ts, action_id: `incident.${verb}` })
  }
  const answer = async (handle: string, values: Record<string, unknown>) => {
    await press(handle, 'answer-question')
    const { errors } = await stage.as(handle).sends(values)
    await stage.quiet()
    return errors
  }
  /** Led by Sato, Alice helps, over for the users, and Suzuki writes the postmortem. */
  const recovered = async ({ type, ...values }: { type?: null; visibility?: string; service?: string } = {}) => {
    const name = await tanaka().declares({ summary: '決済が失敗する', ...values })
    if ('visibility' in values) await tanaka().does(name, 'call-people', { people: ['U0SATO', 'U0ITO'] })
    await stage.as('sato').takesNextStep(name)
    await stage.quiet()
    await stage.as('ito').does(name, 'claim-role', { role: 'responder' })
    await tanaka().does(name, 'set-level', { level: 'level4' })
    if (type !== null) await tanaka().does(name, 'set-type', { type: ['availability'] })
    await stage.pass(40 * minute)
    const owner = 'visibility' in values ? 'U0ITO' : 'U0SUZUKI'
    expect(await tanaka().does(name, 'recover', { postmortem_owner: owner })).toEqual({})
    return name
  }

  describe('what the bot cannot know', () => {
    test('is asked of those who may know, one question each, some minutes after 復旧', async () => {
      const name = await recovered()
      expect(await askedOf('sato')).toEqual([])
      await stage.pass(5 * minute)
      const people = ['sato', 'ito', 'suzuki', 'tanaka']
      const asked = await Promise.all(people.map(async (each) => [each, (await askedOf(each)).map(words)] as const))
      const questions = Object.fromEntries(
        asked.map(([who, said]) => [who, said.map((text) => text.match(/\*(.+？)\*/)?.[1])]),
      )
      expect(questions).toEqual({
        sato: ['実際に始まったのはいつですか？'],
        ito: ['きっかけは何でしたか？'],
        suzuki: ['うまくいったことは何ですか？'],
        tanaka: ['最初に気づいたのはいつですか？'],
      })
      const [inSupport] = (await stage.channel('customer-support')).messages.filter((each) =>
        slotOf(each)?.startsWith('question:'),
      )
      expect(words(inSupport)).toContain('お客様は何ができなくなりましたか？')
      expect((await history(name)).filter(({ state }) => state === 'open')).toHaveLength(5)
    })

    test('is closed in one field, and the next question comes', async () => {
      const name = await recovered()
      await stage.pass(5 * minute)
      const card = async () => words(inSlot(await stage.channel(name), 'card'))
      const left = async () => Number(/未記入 (\d+) 件/.exec(await card())?.[1])
      const before = await left()
      expect(await answer('sato', { occurred_at: '2026-11-23T04:50:00Z' })).toEqual({})
      expect(await left()).toBe(before - 1)
      expect(await markdownOf(name)).toContain('| 検知まで |')
      expect((await askedOf('sato')).map(words).join()).toContain('なぜ起きたのですか？')
      expect(await answer('sato', { cause: '接続数に\n上限がなかった' })).toEqual({})
      expect(await markdownOf(name)).toContain('## 原因\n\n接続数に\\\n上限がなかった')
      expect((await askedOf('sato')).map(words).join()).toContain('どうやって直しましたか？')
      expect(await askedOf('sato')).toHaveLength(1)
      const told = (await stage.as('sato').direct()).map(words).join('\n')
      expect(told).toContain('なぜ起きたのですか？（')
      expect(told).toContain('ありがとうございます')
      expect(told).not.toContain('上限がなかった')
    })

    test('what the incident itself keeps is asked in its own field, and is the incident’s', async () => {
      const name = await recovered({ type: null })
      await stage.pass(5 * minute)
      await answer('sato', { occurred_at: '2026-11-23T04:50:00Z' })
      expect((await askedOf('sato')).map(words).join()).toContain('どれに影響しましたか？')
      expect(await answer('sato', { type: ['availability', 'integrity'] })).toEqual({})
      expect(words(inSlot(await stage.channel(name), 'card'))).toContain('完全性・可用性')
      expect((await history(name)).filter(({ state }) => state === 'answered').map(({ gap }) => gap)).toEqual([
        'occurred_at',
        'types',
      ])
    })

    test('「わからない」 has the next best person asked, and in the end nobody any more', async () => {
      const name = await recovered()
      await stage.pass(5 * minute)
      await press('ito', 'unknown-question')
      await stage.quiet()
      const asked = async () =>
        (await history(name)).filter(({ gap }) => gap === 'trigger').map(({ user_id, state }) => [user_id, state])
      expect(await asked()).toEqual([['U0ITO', 'unknown']])
      // Sato has another question before them.
      await press('sato', 'unknown-question')
      await stage.quiet()
      await press('sato', 'unknown-question')
      await stage.quiet()
      expect(await asked()).toContainEqual(['U0SATO', 'open'])
      await press('sato', 'unknown-question')
      await stage.quiet()
      expect((await asked()).filter(([, state]) => state === 'open').map(([who]) => who)).not.toContain('U0SATO')
    })

    test('passed on, it is asked of whom they named, who hears from whom it comes', async () => {
      const name = await recovered()
      await stage.pass(5 * minute)
      await press('ito', 'pass-question')
      const { errors } = await stage.as('ito').sends({ to: 'U0ITO' })
      expect(errors.to).toContain('ほかの人')
      await stage.as('ito').sends({ to: 'U0BOB' })
      await stage.quiet()
      expect((await askedOf('bob')).map((each) => JSON.stringify(each)).join()).toMatch(
        /What triggered it\?|きっかけは何でしたか/,
      )
      expect(JSON.stringify(await askedOf('bob'))).toContain('<@U0ITO>')
      expect((await history(name)).find(({ user_id }) => user_id === 'U0BOB')).toMatchObject({
        passed_by: 'U0ITO',
        state: 'open',
      })
    })

    everywhere('pressed twice, one is told that it is settled, and one answer stands', async () => {
      const name = await recovered()
      await stage.pass(5 * minute)
      const [question] = await askedOf('ito')
      const im = (await stage.state()).channels.find((each) => each.messages.some(({ ts }) => ts === question?.ts))
      const click = (verb: string) =>
        stage
          .as('ito')
          .do({ do: 'click', channel: im?.id ?? '', ts: question?.ts ?? '', action_id: `incident.${verb}` })
      await click('answer-question')
      await click('unknown-question')
      await stage.quiet()
      const { errors } = await stage.as('ito').sends({ trigger: '14時の設定変更' })
      expect(errors.trigger).toContain('もう終わっています')
      expect(await markdownOf(name)).toContain('sssbot:gap:trigger')
    })

    test('written elsewhere, it is asked no more', async () => {
      const name = await recovered()
      await stage.pass(5 * minute)
      await tanaka().chooses(name, 'postmortem')
      const overview = await tanaka().form()
      await tanaka().do({ do: 'click', view_id: overview.id, action_id: 'incident.write-section', value: 'trigger' })
      await tanaka().sends({ trigger: '14時の設定変更' })
      await stage.quiet()
      expect((await stage.as('ito').direct()).map(words).join()).toContain('回答は要らなくなりました')
      expect((await history(name)).find(({ gap }) => gap === 'trigger')).toMatchObject({ state: 'withdrawn' })
    })

    everywhere('is not asked while people respond again, and not of a private incident’s strangers', async () => {
      const name = await recovered({ visibility: 'private' })
      await stage.pass(5 * minute)
      expect(
        (await stage.channel('customer-support')).messages.filter((each) => slotOf(each)?.startsWith('question:')),
      ).toEqual([])
      for (const question of await history(name)) expect(question.channel_id).toBeNull()
      const said = JSON.stringify(await stage.as('sato').direct())
      expect(said).toContain('question:')
      expect(said).not.toContain('決済')
      await press('sato', 'pass-question')
      const { errors } = await stage.as('sato').sends({ to: 'U0BOB' })
      expect(errors.to).toContain('非公開')
      expect(await stage.as('bob').direct()).toEqual([])
    })

    test('several incidents ask nobody two things at once', async () => {
      await recovered()
      await recovered({ service: 'b' })
      await stage.pass(6 * minute)
      for (const who of ['sato', 'ito', 'suzuki', 'tanaka']) expect(await askedOf(who)).toHaveLength(1)
      for (let n = 0; n < 12; n++) {
        if ((await askedOf('suzuki')).length === 0) break
        await press('suzuki', 'unknown-question')
        await stage.quiet()
        expect((await askedOf('suzuki')).length).toBeLessThanOrEqual(1)
      }
      const incidents = new Set(
        (
          await stage.bot.app.world.db.read
            .selectFrom('postmortem_questions')
            .select('incident_id')
            .where('user_id', '=', 'U0SUZUKI')
            .execute()
        ).map((each) => each.incident_id),
      )
      expect(incidents.size).toBe(2)
    })
  })

  describe('on a bad day', () => {
    test('Slack fails, and work is done twice: everybody still has one question', async () => {
      const name = await recovered()
      await stage.driver.fault({ method: 'chat.postMessage', times: 4, http_status: 503 })
      await stage.pass(5 * minute)
      const incidentId = await incidentIn(stage, name)
      await Promise.all([1, 2, 3].map(() => keepAsking(stage.bot.app.world, incidentId, 'U0SATO')))
      await stage.quiet()
      for (const who of ['sato', 'ito', 'suzuki', 'tanaka']) expect(await askedOf(who)).toHaveLength(1)
      const open = (await history(name)).filter(({ state }) => state === 'open')
      expect(new Set(open.map(({ gap }) => gap)).size).toBe(open.length)
    })

    test.runIf(database === 'PostgreSQL')('stopped and started again, the bot goes on where it was', async () => {
      const name = await recovered()
      await stage.restart()
      await stage.pass(5 * minute)
      await press('ito', 'answer-question')
      await stage.restart()
      expect((await stage.as('ito').sends({ trigger: '14時の設定変更' })).errors).toEqual({})
      await stage.quiet()
      expect(await markdownOf(name)).toContain('14時の設定変更')
      expect(await askedOf('sato')).toHaveLength(1)
    })
  })

  describe('a slight incident', () => {
    test('is looked back on in five questions in one form, which makes a short document', async () => {
      const name = await tanaka().declares({ summary: '画像が一瞬出ない' })
      await stage.as('sato').takesNextStep(name)
      await stage.quiet()
      await tanaka().does(name, 'set-level', { level: 'level1' })
      await tanaka().does(name, 'recover', { postmortem_owner: 'U0SUZUKI' })
      await stage.pass(5 * minute)
      expect((await history(name)).map(({ gap, user_id }) => [gap, user_id])).toEqual([['mini', 'U0SUZUKI']])
      await press('suzuki', 'answer-question')
      const form = await stage.as('suzuki').form()
      expect(form.blocks.flatMap((each) => (isInput(each) ? [each.block_id] : []))).toEqual([
        'summary',
        'impact',
        'cause',
        'resolution',
        'next',
      ])
      await stage
        .as('suzuki')
        .sends({ impact: 'なし', cause: 'キャッシュの期限', resolution: '作り直した', next: '期限を延ばす' })
      await stage.quiet()
      const markdown = await markdownOf(name)
      expect(markdown).toContain('## どう直したか\n\n作り直した')
      expect(markdown).toContain('## 何が起きたか\n\n画像が一瞬出ない')
      expect(markdown).not.toContain('## 振り返り')
      expect(words(inSlot(await stage.channel(name), 'postmortem'))).toContain('未記入の項目はありません')
    })
  })
})
