import { expect } from 'vitest'
import { incidentIn } from './conversation.ts'
import { inSlot, words } from './sights.ts'
import { setStage } from './stage.ts'
import { onDatabase, test } from './telling.ts'

const minute = 60_000
const token = 'a-token-for-stories-only'

/** What did not happen in time, as it reads in the timeline and in the document. */
const undone = {
  ja: [
    '回呼びかけたが、ハンドラーは不在のまま',
    'ハンドラー不在のため、次のエスカレーション先',
    /約束した更新（\d\d:\d\d）が出なかった/,
    /リマインダーを .*まで遅らせた（.*再起動の結果を待つ.*）/,
    '呼び出した 1 人から返事がない',
  ],
  en: [
    /Still no handler after \d reminders/,
    'No handler: the next escalation tier',
    /The update promised for \d\d:\d\d did not come/,
    /snoozed a reminder until .*再起動の結果を待つ/,
    'No answer to the call yet (people: 1)',
  ],
} as const

onDatabase('PostgreSQL', () => {
  const stage = setStage('PostgreSQL', {}, undefined, { SSSBOT_API_TOKEN: token })
  const sato = () => stage.as('sato')
  const read = async (path: string, language: string, accept: string) => {
    const headers = { authorization: `Bearer ${token}`, 'accept-language': language, accept }
    return (await fetch(`${stage.bot.app.url}/api/v1/incidents/${path}`, { headers })).text()
  }

  test.each(['ja', 'en'] as const)(
    'a vacancy, a missed update, a snooze and an unanswered call stand on the timeline and in the document (%s)',
    async (language) => {
      await stage.bot.configure({ language })
      const name = await stage.as('tanaka').declares()
      for (let passed = 0; passed < 16; passed += 2) await stage.pass(2 * minute)
      await sato().takesNextStep(name)
      await stage.quiet()
      await sato().does(name, 'update', { condition: 'DB を調べている', next_minutes: '15' })
      await sato().does(name, 'snooze', { minutes: '60', reason: '再起動の結果を待つ' })
      await sato().does(name, 'call-people', { people: ['U0SUZUKI'] })
      for (let passed = 0; passed < 24; passed += 4) await stage.pass(4 * minute)
      await sato().does(name, 'recover')
      const id = await incidentIn(stage, name)
      const timeline = await read(`${id}/timeline`, language, 'application/json')
      const document = await read(`${id}/postmortem`, language, 'text/markdown')
      for (const each of undone[language]) {
        expect(timeline).toMatch(each)
        expect(document).toMatch(each)
      }
    },
    120_000,
  )

  test('a second recovery keeps who writes and by when, as they were settled at the first', async () => {
    for (const language of ['ja', 'en'] as const) {
      await stage.bot.configure({ language })
      const name = await stage.as('tanaka').declares()
      await sato().takesNextStep(name)
      await stage.quiet()
      await sato().does(name, 'recover', { postmortem_owner: 'U0ALICE', postmortem_due: '2026-12-09' })
      await sato().does(name, 'reopen', { reason: '再発' })
      await sato().chooses(name, 'recover')
      expect((await sato().form()).values).toMatchObject({ postmortem_owner: 'U0ALICE', postmortem_due: '2026-12-09' })
      await sato().sends({})
      await stage.quiet()
      const card = words(inSlot(await stage.channel(name), 'card'))
      expect(card).toMatch(language === 'ja' ? /<@U0ALICE> 期限 12\/9（水）/ : /<@U0ALICE>.* due Wed 9 Dec/)
    }
  })

  test('whoever calls people reads how the outside companies of the service are reached', async () => {
    for (const [language, told] of [
      ['ja', /外部の業者.*（ボットからは呼べません）.*決済代行.*0120-000-000/s],
      ['en', /Vendors.*the bot cannot call them.*Payment provider.*0120-000-000/s],
    ] as const) {
      const vendors = [{ name: { ja: '決済代行', en: 'Payment provider' }, contact: '0120-000-000' }]
      await stage.bot.configure({ language, services: { a: { name: 'A', vendors } } })
      const reader = language === 'ja' ? 'sato' : 'alice'
      const name = await stage.as(reader).declares()
      await stage.as(reader).chooses(name, 'call-people')
      expect(words((await stage.as(reader).form()).blocks)).toMatch(told)
    }
  })
})
