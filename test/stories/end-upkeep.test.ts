import { expect } from 'vitest'
import { inSlot, slotOf, words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, everywhere, forEachDatabase, onDatabase, test } from './telling.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

forEachDatabase((database) => {
  const stage = setStage(database)
  const tanaka = () => stage.as('tanaka')
  const said = async (channel: string, slot: string) => words(inSlot(await stage.channel(channel), slot))
  const slotsIn = async (name: string) =>
    (await stage.channel(name)).messages.flatMap((each) => slotOf(each)?.replace(/:C\w+$/, '') ?? [])
  const cancelled = async () => {
    const name = await tanaka().declares()
    await tanaka().does(name, 'cancel')
    return name
  }

  describe('the channel, when it is over', () => {
    test('is archived after three days, said a day before, and told where it was broadcast', async () => {
      const name = await cancelled()
      expect(await said(name, 'card')).toContain('することはありません')
      await stage.pass(2 * day - hour)
      expect(await slotsIn(name)).not.toContain('announce:upkeep.archive_announced:1')
      await stage.pass(2 * hour)
      const { id } = await stage.channel(name)
      expect(await said(name, 'announce:upkeep.archive_announced')).toContain('*アーカイブします*')
      await stage.pass(day)
      expect(await stage.channel(name)).toMatchObject({ is_archived: true })
      expect(await said('incidents', 'announce:channel.archived:1')).toContain('ボットがアーカイブしました')
      expect(await said('incidents', 'broadcast:')).toContain('アーカイブ済み')
      await stage.pass(3 * day)
      expect((await stage.driver.calls()).filter(({ error }) => error === 'is_archived')).toEqual([])
      expect((await stage.state()).channels.filter((each) => each.id === id)).toHaveLength(1)
    })

    test('is archived at once by one press, and told where it was broadcast', async () => {
      const name = await cancelled()
      await stage.as('sato').presses(name, inSlot(await stage.channel(name), 'card'), 'incident.archive-now')
      await stage.quiet()
      expect((await stage.channel(name)).is_archived).toBe(true)
      await stage.pass(4 * day)
      expect(await said('incidents', 'announce:channel.archived:1')).toContain('ボットがアーカイブしました')
    })

    test('stays as long again by one tap, and is announced again', async () => {
      const name = await cancelled()
      await stage.pass(2 * day + hour)
      const notice = inSlot(await stage.channel(name), 'announce:upkeep.archive_announced:1')
      await stage.as('sato').presses(name, notice, 'incident.put-off-archive')
      await stage.quiet()
      expect(await said(name, 'announce:upkeep.archive_put_off')).toContain('実施: <@U0SATO>')
      await stage.pass(day + hour)
      expect((await stage.channel(name)).is_archived).toBe(false)
      await stage.pass(day)
      expect(await slotsIn(name)).toContain('announce:upkeep.archive_announced:2')
      await stage.pass(day + hour)
      expect((await stage.channel(name)).is_archived).toBe(true)
    })

    test('taken up again meanwhile, it is left alone; archived by hand, it is told once', async () => {
      const name = await cancelled()
      const other = await cancelled()
      await stage.pass(2 * day + hour)
      const news = inSlot(await stage.channel(name), 'announce:incident.cancelled:1')
      // Two days of checkpoints are another story.
      await stage.bot.configure({ timekeeper: { checkpoint: '1d' } })
      await tanaka().presses(name, news, 'incident.reopen')
      await tanaka().sends({})
      await tanaka().do({ do: 'archive', channel: (await stage.channel(other)).id })
      await stage.pass(2 * day)
      expect((await stage.channel(name)).is_archived).toBe(false)
      const told = (await slotsIn('incidents')).filter((slot) => slot.startsWith('announce:channel.archived'))
      expect(told).toHaveLength(1)
    })
  })

  describe('the daily digest', () => {
    test('tells each who can act their own list at ten on a weekday, in their language, and nobody else', async () => {
      const name = await tanaka().declares({ summary: '決済が失敗する' })
      await stage.as('alice').takesNextStep(name)
      await stage.quiet()
      await tanaka().does(name, 'recover', { postmortem_owner: 'U0SATO' })
      const done = await tanaka().declares({ summary: '別件' })
      await tanaka().does(done, 'cancel')
      const about = async (who: string) =>
        (await stage.as(who).direct()).filter((message) => slotOf(message)?.startsWith('digest:'))
      // 14:00 in Tokyo on Monday, a holiday there or not.
      await stage.pass(20 * hour - minute)
      expect(await about('alice')).toEqual([])
      await stage.pass(minute)
      const [alice] = await about('alice')
      expect(words(alice)).toContain('*Recovered but not completed:* 1')
      expect(words(alice)).toContain('Remaining: level not set')
      expect(words((await about('sato'))[0])).toContain('*復旧して、まだ完了していないインシデント* 1 件')
      expect(words((await about('sato'))[0])).not.toContain('別件')
      expect(await about('tanaka')).toEqual([])
      await stage.pass(day)
      expect(await about('alice')).toHaveLength(2)
    })

    everywhere(
      'goes to the service where nobody is there to act, and is silent on a day with nothing to tell',
      async () => {
        const name = await tanaka().declares()
        await tanaka().does(name, 'recover')
        const digests = async () => (await slotsIn('service-a')).filter((slot) => slot.startsWith('digest:'))
        await stage.pass(21 * hour)
        expect(await digests()).toHaveLength(1)
        await tanaka().does(name, 'complete', { waivers: '何でもなかった' })
        await stage.pass(day)
        expect(await digests()).toHaveLength(1)
      },
    )
  })
})

forEachDatabase((database) => {
  const services = {
    a: { name: 'サービスA', owners: ['@service-a'], lead: 'ito', channels: ['#service-a'] },
  }
  const stage = setStage(database, { services })

  test("what nobody is left for goes to the service's lead, and not to its channel; what is private does not", async () => {
    const tanaka = stage.as('tanaka')
    for (const visibility of ['public', 'private']) {
      const name = await tanaka.declares({ visibility })
      if (visibility === 'public') await stage.as('alice').takesNextStep(name)
      await tanaka.chooses(name, 'recover')
      await tanaka.sends()
      await stage.quiet()
    }
    // Who led has left the company by then.
    await stage.as('watanabe').do({ do: 'deactivate', user: 'alice' })
    await stage.pass(21 * hour)
    const digests = (await stage.as('ito').direct()).filter((each) => slotOf(each)?.startsWith('digest:'))
    expect(digests.map((each) => words(each))).toEqual([
      expect.stringContaining('まだ完了していないインシデント* 1 件'),
    ])
    const told = (await stage.channel('service-a')).messages.filter((each) => slotOf(each)?.startsWith('digest:'))
    expect(told).toEqual([])
  })
})

onDatabase('PostgreSQL', () => {
  const stage = setStage('PostgreSQL')
  test('the notice, the archiving and the digest outlive a restart, and come once', async () => {
    const tanaka = stage.as('tanaka')
    const name = await tanaka.declares()
    await tanaka.chooses(name, 'cancel')
    await tanaka.sends()
    await stage.quiet()
    await stage.restart(() => stage.clock.advanceBy(5 * day))
    const notices = async () =>
      (await stage.channel(name)).messages.filter((each) => slotOf(each)?.startsWith('announce:upkeep'))
    expect(await notices()).toHaveLength(1)
    expect((await stage.channel(name)).is_archived).toBe(false)
    await stage.restart(() => stage.clock.advanceBy(day + hour))
    expect((await stage.channel(name)).is_archived).toBe(true)
    expect(await notices()).toHaveLength(1)
  })
})
