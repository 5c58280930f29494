import { expect } from 'vitest'
import { openActions } from '../../src/rooms/actions/index.ts'
import { timelineOf } from '../../src/rooms/record/index.ts'
import { incidentIn } from './conversation.ts'
import { setStage } from './stage.ts'
import { describe, forEachDatabase, test } from './telling.ts'

forEachDatabase((database) => {
  const stage = setStage(database)
  const recorded = async (name: string) =>
    (await timelineOf(stage.bot.app.world.db.read, await incidentIn(stage, name))).flatMap((entry) =>
      entry.is === 'message' ? [entry.message] : [],
    )
  const mark = async (name: string, ts: string, reaction: string) => {
    await stage.as('sato').do({ do: 'react', channel: (await stage.channel(name)).id, ts, name: reaction })
    await stage.quiet()
  }
  const forwarded = async (name: string, said: string, comment = '') => {
    const from = (await stage.channel('general')).id
    const ts = await stage.as('alice').says('#general', said)
    const to = (await stage.channel(name)).id
    return String((await stage.as('sato').do({ do: 'forward', channel: from, ts, to, text: comment })).ts)
  }

  describe('what people see is what is read', () => {
    test('a message that somebody forwards has its words on the timeline, as an action item and as a TODO', async () => {
      const name = await stage.as('tanaka').declares()
      await stage.as('sato').do({ do: 'join', channel: (await stage.channel(name)).id })
      const ts = await forwarded(name, '請求が二重に出ています')
      await mark(name, ts, 'pushpin')
      await mark(name, ts, 'bulb')
      expect((await recorded(name))[0]?.words).toContain('請求が二重に出ています')
      const [item] = await openActions(stage.bot.app.world.db.read)
      expect(item?.title).toContain('請求が二重に出ています')
      expect(item?.title).not.toContain('>')
      await mark(name, await forwarded(name, '返金の文面を書く'), 'ballot_box_with_check')
      const { messages } = await stage.channel(name)
      expect(messages.map(({ text }) => text).join('\n')).toContain('返金の文面を書く\n担当')
    })

    test('what somebody passes on with TODO in it is not their TODO, and their own words are', async () => {
      const name = await stage.as('tanaka').declares()
      await stage.as('sato').do({ do: 'join', channel: (await stage.channel(name)).id })
      await forwarded(name, 'これもお願いします\nTODO: 昔のバッチを消す', 'TODO: 内容を確かめる 10分')
      await stage.quiet()
      const todos = await stage.bot.app.world.db.read.selectFrom('todos').select('words').execute()
      expect(todos).toHaveLength(1)
      expect(todos[0]?.words).toContain('内容を確かめる')
    })

    test('a declaration from a forwarded message begins with what it says', async () => {
      const sato = stage.as('sato')
      const from = (await stage.channel('general')).id
      const ts = await stage.as('alice').says('#general', '決済が 500 を返す')
      const to = (await stage.channel('dev-all')).id
      const there = await sato.do({ do: 'forward', channel: from, ts, to })
      await sato.do({ do: 'message_shortcut', callback_id: 'incident.declare.from_message', channel: to, ts: there.ts })
      expect(JSON.stringify(await sato.form())).toContain('決済が 500 を返す')
    })
  })

  test('one line is one task: whoever is named in the second line hears of theirs, and ✅ finishes all of the message', async () => {
    const name = await stage.as('tanaka').declares()
    const ts = await stage.as('sato').says(name, 'TODO: <@U0ITO> A 10分\nTODO: <@U0ALICE> B 30分')
    await stage.quiet()
    const { db } = stage.bot.app.world
    const todos = () => db.read.selectFrom('todos').select(['words', 'owner', 'state']).orderBy('n').execute()
    expect(await todos()).toEqual([
      { words: 'A', owner: 'U0ITO', state: 'open' },
      { words: 'B', owner: 'U0ALICE', state: 'open' },
    ])
    const channel = (await stage.channel(name)).id
    const text = 'TODO: <@U0ITO> A 10分\nTODO: <@U0ALICE> B を急ぐ\nTODO: C'
    await stage.as('sato').do({ do: 'edit', channel, ts, text })
    await stage.quiet()
    expect((await todos()).map((todo) => todo.words)).toEqual(['A', 'B を急ぐ', 'C'])
    await mark(name, ts, 'white_check_mark')
    expect((await todos()).map(({ state }) => state)).toEqual(['done', 'done', 'done'])
  })
})
