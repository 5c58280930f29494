import { expect } from 'vitest'
import { z } from 'zod'
import { incidentIn } from './conversation.ts'
import { inSlot, words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, everywhere, forEachDatabase, test } from './telling.ts'

const token = 'a-token-for-stories-only'
const refusal = z.looseObject({
  error: z.object({ code: z.string(), message: z.string(), field: z.string().optional() }).optional(),
})

/** Who can be given nothing to do, and what is said of each. */
const unable = {
  U0SSSBOT01: ['ボットには頼めません', 'A bot cannot be asked'],
  USLACKBOT: ['ボットには頼めません', 'A bot cannot be asked'],
  U0OGAWA: ['停止中', 'deactivated'],
  U0GUESTMORI: ['ゲスト', 'Guests'],
  U0NOBODY99: ['見つからない', 'This person was not found in the workspace'],
} as const

/** Each verb that names somebody, with what else it takes. */
const doors: readonly [verb: string, field: string, rest?: object][] = [
  ['add-todo', 'owner', { text: 'ログを確認' }],
  ['add-action', 'owner', { title: '監視を足す' }],
  ['call-people', 'people'],
  ['release-people', 'people'],
  ['hand-over', 'to'],
  ['recover', 'postmortem_owner'],
  ['assign-postmortem', 'owner'],
  ['plan-review', 'people', { at: '2026-12-01T10:00:00+09:00' }],
]

forEachDatabase((database) => {
  const stage = setStage(database, {}, undefined, { SSSBOT_API_TOKEN: token })
  const refused = async (path: string, language: string, body: object) => {
    const answered = await fetch(`${stage.bot.app.url}/api/v1/incidents/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'accept-language': language, 'content-type': 'application/json' },
      body: JSON.stringify({ actor: 'tanaka', ...body }),
    })
    const { error } = refusal.parse(await answered.json())
    return { status: answered.status, field: error?.field, message: error?.message }
  }

  describe('somebody who can be given nothing to do', () => {
    test('is refused by every verb that names people, and each is told why in both languages', async () => {
      const name = await stage.as('tanaka').declares()
      const incident = await incidentIn(stage, name)
      for (const [verb, field, rest = {}] of doors) {
        for (const [person, [ja, en]] of Object.entries(unable)) {
          const body = { ...rest, [field]: field === 'people' ? [person] : person }
          for (const [language, why] of [
            ['ja', ja],
            ['en', en],
          ] as const) {
            expect([verb, person, await refused(`${incident}/${verb}`, language, body)]).toEqual([
              verb,
              person,
              { status: 422, field, message: expect.stringContaining(why) },
            ])
          }
        }
      }
    })

    everywhere('is given no TODO by words either, and whoever wrote it is told alone', async () => {
      const name = await stage.as('tanaka').declares()
      const { id } = await stage.channel(name)
      const lines = [
        'TODO: <@U0SSSBOT01> 通知を止める',
        'TODO: <@U0SSSBOT01> <@U0ITO> 監視を見る',
        'TODO: <@U0OGAWA> 手順書を探す',
        'TODO: <@U0GUESTMORI> 協力会社に聞く',
      ]
      const ts = await stage.as('tanaka').says(`#${name}`, lines.join('\n'))
      await stage.quiet()
      const list = words(inSlot(await stage.channel(name), 'todos'))
      expect(list).toMatch(/\*1\.\* 通知を止める\n担当: 未定/)
      expect(list).toMatch(/\*2\.\* 監視を見る\n担当: <@U0ITO>/)
      expect(list).toMatch(/\*3\.\* 手順書を探す\n担当: 未定/)
      expect(list).toMatch(/\*4\.\* 協力会社に聞く\n担当: 未定/)
      // The mention of the bot shows its controls as well.
      const told = (await stage.as('tanaka').alone(name)).map(words).filter((each) => each.includes('割り当て'))
      expect(told.map((each) => /TODO (\d)/.exec(each)?.[1]).sort()).toEqual(['1', '3', '4'])
      expect(told.join()).toMatch(/ボットには頼めません.*停止中.*ゲスト/su)
      // What they see alone in the channel is gone when they come back: the bot's direct messages stay.
      const direct = (await stage.as('tanaka').direct()).map(words).filter((each) => each.includes('割り当て'))
      expect(direct).toHaveLength(3)
      // Named in its place by an edit, somebody who can has it; the bot again is told of again.
      await stage.as('tanaka').do({ do: 'edit', channel: id, ts, text: 'TODO: <@U0SATO> 通知をすべて止める' })
      await stage.quiet()
      expect(words(inSlot(await stage.channel(name), 'todos'))).toMatch(/通知をすべて止める\n担当: <@U0SATO>/)
    })

    test('nor by words in a private incident that they may not know', async () => {
      const name = await stage.as('kobayashi').declares({ summary: '顧客名簿の持ち出し', visibility: 'private' })
      await stage.as('kobayashi').says(`#${name}`, 'TODO: <@U0SUZUKI> 名簿を消す')
      await stage.quiet()
      expect(words(inSlot(await stage.channel(name), 'todos'))).toMatch(/名簿を消す\n担当: 未定/)
      expect((await stage.as('kobayashi').alone(name)).map(words).join()).toContain('まだ知らされていません')
      expect(JSON.stringify(await stage.as('suzuki').direct())).not.toContain('名簿')
    })
  })
})
