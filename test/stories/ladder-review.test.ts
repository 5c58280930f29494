import { expect } from 'vitest'
import { inSlot, slotOf, words } from './sights.ts'
import { type Stage, setStage } from './stage.ts'
import { describe, everywhere, forEachDatabase, onDatabase, test } from './telling.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const settings = { digest: 'off', timekeeper: { checkpoint: '12h' } }

function cast(stage: Stage) {
  const tanaka = () => stage.as('tanaka')
  return {
    tanaka,
    recovered: async (declared: Record<string, unknown> = {}) => {
      const name = await tanaka().declares(declared)
      await tanaka().does(name, 'recover', { postmortem_owner: 'U0TANAKA', postmortem_due: '2026-11-30' })
      await stage.pass(1000)
      return name
    },
    said: async (name: string, slot: string) => words(inSlot(await stage.channel(name), slot)),
    toldTo: async (who: string, slot: string) =>
      (await stage.as(who).direct()).filter((message) => slotOf(message)?.startsWith(slot)),
    /** The calendar file behind the link of a message. */
    fileIn: async (text: string) => {
      const address = /<(http[^|>]+\/calendar\/[^|>]+)\|/.exec(text)?.[1] ?? ''
      const answer = await fetch(address)
      return { address, answer, file: (await answer.text()).replaceAll(/\r?\n[ \t]/g, '') }
    },
  }
}

const plan = { at: '2026-11-27T05:00:00Z', minutes: '60', people: ['U0SATO', 'U0ALICE'] }

forEachDatabase((database) => {
  const stage = setStage(database, settings)
  const { tanaka, recovered, said, toldTo, fileIn } = cast(stage)

  describe('the review meeting', () => {
    test('is proposed for the working day before the postmortem is due, and told to all who take part', async () => {
      const name = await recovered()
      await tanaka().chooses(name, 'plan-review')
      const view = await tanaka().form()
      expect(view.values.at).toBe(Date.parse('2026-11-27T05:00:00Z') / 1000)
      expect((await tanaka().sends(plan)).errors).toEqual({})
      await stage.quiet()
      const here = await said(name, 'review:1')
      for (const word of ['レビュー会', '佐藤 健', '1. 何が起きたか', '5. 再発防止と担当・期限'])
        expect(here).toContain(word)
      expect(here).not.toContain('<@U0SATO>')
      const [alice] = await toldTo('alice', 'review:1')
      expect(words(alice)).toContain('2. Why it happened')
      const { answer, file } = await fileIn(JSON.stringify(alice))
      expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
      expect(file).toMatch(/UID:review-inc_\w+@sssbot/)
      expect(file).toContain('SEQUENCE:0')
      expect(file).toContain('DTSTART:20261127T050000Z')
      expect(file).toContain('DTEND:20261127T060000Z')
      expect(file).toContain('SUMMARY:レビュー会: サービスA: ログインできない')
      expect(file).toContain(String.raw`DESCRIPTION:1. 何が起きたか\n2. なぜ起きたか`)
    })

    test('moves in calendars too: the same entry, with a higher number', async () => {
      const name = await recovered()
      await tanaka().does(name, 'plan-review', plan)
      const first = await fileIn(JSON.stringify((await toldTo('alice', 'review:1'))[0]))
      await tanaka().does(name, 'plan-review', { ...plan, at: '2026-11-26T01:30:00Z', people: ['U0ALICE'] })
      expect(await said(name, 'review:1')).toContain('日時が変わりました')
      expect(words((await toldTo('sato', 'review:1'))[0])).toContain('日時が変わりました')
      const second = await fileIn(JSON.stringify((await toldTo('alice', 'review:2'))[0]))
      const uid = (file: string) => /UID:(.*)/.exec(file)?.[1]
      expect(uid(second.file)).toBe(uid(first.file))
      expect(second.file).toContain('SEQUENCE:1')
      expect(second.file).toContain('DTSTART:20261126T013000Z')
      // An older link leads to what holds now.
      expect((await fileIn(`<${first.address}|`)).file).toBe(second.file)
      expect(await tanaka().does(name, 'plan-review', { ...plan, at: '2026-11-20T01:30:00Z' })).toHaveProperty('at')
    })

    everywhere('is asked after when it should be over: held, on another day, or waived with a reason', async () => {
      const name = await recovered()
      await tanaka().does(name, 'plan-review', plan)
      await tanaka().chooses(name, 'waive-review')
      await stage.pass(4 * day + hour)
      const ask = async () => (await toldTo('tanaka', 'review-over')).at(-1)
      expect(words(await ask())).toContain('レビュー会* は開けましたか')
      await stage.pass(day)
      expect(await toldTo('tanaka', 'review-over')).toHaveLength(2)
      const im = (await stage.state()).channels.find((each) => each.is_im && each.user === 'U0TANAKA')
      const press = async (verb: string) =>
        tanaka().do({ do: 'click', channel: im?.id ?? '', ts: (await ask())?.ts ?? '', action_id: `incident.${verb}` })
      await press('review-held')
      await stage.quiet()
      expect(words(await ask())).toContain('開きました。おつかれさまでした')
      expect(await said(name, 'announce:ladder.review_held:1')).toContain('レビュー会を開きました')
      await stage.pass(5 * day)
      expect(await toldTo('tanaka', 'review-over')).toHaveLength(2)
    })

    test('is asked after three times, and then no more', async () => {
      const name = await recovered()
      await tanaka().does(name, 'plan-review', plan)
      await stage.pass(4 * day + hour)
      for (let days = 0; days < 4; days++) await stage.pass(day)
      expect(await toldTo('tanaka', 'review-over')).toHaveLength(3)
    })

    everywhere('may be waived with a reason; calendars that fetch it again strike it out', async () => {
      const name = await recovered()
      await tanaka().does(name, 'plan-review', plan)
      const { address } = await fileIn(JSON.stringify((await toldTo('alice', 'review:1'))[0]))
      await tanaka().does(name, 'waive-review', { reason: '文書の上で済んだ' })
      expect(await said(name, 'announce:ladder.review_waived:1')).toContain('理由: 文書の上で済んだ')
      expect((await fileIn(`<${address}|`)).file).toContain('STATUS:CANCELLED')
      await stage.pass(6 * day)
      expect(await toldTo('tanaka', 'review-over')).toEqual([])
    })

    test('the file is for whoever has its address, and for a time', async () => {
      const name = await recovered()
      await tanaka().does(name, 'plan-review', plan)
      const { address } = await fileIn(JSON.stringify((await toldTo('alice', 'review:1'))[0]))
      expect((await fetch(address.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')))).status).toBe(404)
      expect((await fetch(address.replace(/inc_\w+/, 'inc_00000000000000000000000009'))).status).toBe(404)
      await stage.clock.advanceBy(40 * day)
      const late = await fetch(address)
      expect([late.status, await late.text()]).toEqual([410, expect.stringContaining('期限は切れています')])
    })
  })

  test('of a private incident only those who know are asked, and the file says nothing of it', async () => {
    const name = await recovered({ visibility: 'private', summary: '顧客名簿の流出' })
    expect(await tanaka().does(name, 'plan-review', { ...plan, people: ['U0TANAKA', 'U0SUZUKI'] })).toHaveProperty(
      'people',
    )
    await tanaka().does(name, 'plan-review', { ...plan, people: ['U0TANAKA'] })
    const [own] = await toldTo('tanaka', 'review:1')
    const { file } = await fileIn(JSON.stringify(own))
    expect(file).toContain('SUMMARY:レビュー会: 非公開のインシデント')
    expect(file).not.toMatch(/名簿|サービスA/)
  })
})

onDatabase('PostgreSQL', () => {
  const stage = setStage('PostgreSQL', settings)
  const { tanaka, recovered, toldTo } = cast(stage)

  test('the question outlives a restart, and comes once after an outage', async () => {
    const name = await recovered()
    await tanaka().does(name, 'plan-review', plan)
    await stage.restart(() => stage.clock.advanceBy(4 * day + 3 * hour))
    expect(await toldTo('tanaka', 'review-over')).toHaveLength(1)
    await stage.restart(() => stage.clock.advanceBy(hour))
    expect(await toldTo('tanaka', 'review-over')).toHaveLength(1)
  })
})
