import { expect } from 'vitest'
import { callsMany, inSlot, slotOf, words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, everywhere, forEachDatabase, test } from './telling.ts'

const minute = 60_000
const settings = {
  functions: {
    database: {
      name: { ja: 'データベース', en: 'Database' },
      people: ['@suzuki', '@guest-mori'],
      channels: ['#dev-all'],
    },
    everybody: { name: { ja: '全員', en: 'Everybody' }, people: ['@everyone-500'] },
    nobody: { name: { ja: '空席', en: 'Vacant' }, people: ['@not-there'] },
  },
  calls: { name_unanswered_after: '5m' },
}

forEachDatabase((database) => {
  const stage = setStage(database, settings)
  const calls = async (name: string, by: string, values: Record<string, unknown>) => {
    await stage.as(by).chooses(name, 'call-people')
    const { errors } = await stage.as(by).sends(values)
    await stage.quiet()
    return errors
  }
  const roll = async (name: string, n = 1) => inSlot(await stage.channel(name), `call:${n}`)
  const card = async (name: string) => words(inSlot(await stage.channel(name), 'card'))

  describe('calling people', () => {
    test('by function: they come in, the channel hears whom and why, and so does the place where they talk', async () => {
      const name = await stage.as('tanaka').declares()
      await calls(name, 'sato', { function: 'database', reason: '接続数を見てほしい' })
      const channel = await stage.channel(name)
      expect(channel.members).toContain('U0SUZUKI')
      const message = words(await roll(name))
      expect(message).toContain('<@U0SATO> が *データベース* を呼んでいます')
      expect(message).toContain('接続数を見てほしい')
      expect(message).toContain('返事待ち 1人: <@U0SUZUKI>')
      // A guest cannot be invited by an app: named, since somebody may have counted on them.
      expect(message).toContain('招待していません: <@U0GUESTMORI>')
      const elsewhere = words(inSlot(await stage.channel('dev-all'), 'call:1:'))
      expect(elsewhere).toContain(`佐藤 健 が *データベース* を呼んでいます → <#${channel.id}>`)
      expect(elsewhere).toContain('接続数を見てほしい')
    })

    test('one by one, also someone who is in already and someone who left', async () => {
      const name = await stage.as('tanaka').declares()
      const { id } = await stage.channel(name)
      await stage.as('yamamoto').do({ do: 'leave', channel: id })
      await calls(name, 'sato', { people: ['alice', 'bob', 'yamamoto'] })
      expect((await stage.channel(name)).members).toEqual(expect.arrayContaining(['U0ALICE', 'U0BOB', 'U0YAMAMOTO']))
      expect(words(await roll(name))).toContain('返事待ち 3人')
    })

    test('nobody chosen, or nobody found, is told at the field', async () => {
      const name = await stage.as('tanaka').declares()
      expect(await calls(name, 'sato', {})).toEqual({ people: '担当か人を選んでください。' })
      expect(await stage.as('sato').sends({ function: 'nobody' })).toMatchObject({
        errors: { function: expect.stringContaining('誰も呼べません') },
      })
    })

    test('whoever calls is not asked to come: those of the function beside them are, and alone there is nobody to call', async () => {
      const name = await stage.as('tanaka').declares()
      await calls(name, 'suzuki', { function: 'database', people: ['alice'] })
      expect(words(await roll(name))).toContain('返事待ち 1人: <@U0ALICE>')
      await stage.as('suzuki').chooses(name, 'call-people')
      expect(await stage.as('suzuki').sends({ people: ['suzuki'] })).toMatchObject({
        errors: { people: '呼ばれるのはあなただけです。ほかの人か担当を選んでください。' },
      })
    })

    test('for a private incident nothing is said anywhere else', async () => {
      const name = await stage.as('tanaka').declares({ visibility: 'private', summary: '漏えいの疑い' })
      await calls(name, 'tanaka', { function: 'database' })
      expect((await stage.channel(name)).members).toContain('U0SUZUKI')
      const elsewhere = (await stage.channel('dev-all')).messages.flatMap((each) => slotOf(each) ?? [])
      expect(elsewhere.filter((each) => each.startsWith('call:'))).toEqual([])
    })

    test('a whole group: all come in, the message counts them and names a few', async () => {
      const name = await stage.as('tanaka').declares()
      const group = (await stage.driver.state()).usergroups.find(({ handle }) => handle === 'everyone-500')
      const some = (group?.users ?? []).slice(0, 40)
      await stage.driver.act({ as: 'tanaka', do: 'usergroup', id: group?.id ?? '', users: some })
      await stage.quiet()
      await stage.as('sato').chooses(name, 'call-people')
      await stage.as('sato').sends({ function: 'everybody' })
      await stage.quiet()
      expect((await stage.channel(name)).members).toEqual(expect.arrayContaining(some))
      const message = words(await roll(name))
      expect(message).toContain('返事待ち 40人')
      expect(message).toContain('ほか25人')
      expect(message.match(/<@/g)?.length).toBeLessThan(20)
    })
  })

  describe('the roll-call', () => {
    everywhere('shows who comes and who cannot, also someone who was not called; twice pressed is once', async () => {
      const name = await stage.as('tanaka').declares()
      await calls(name, 'sato', { people: ['alice', 'suzuki'] })
      await stage.as('alice').presses(name, await roll(name), 'incident.on-it', '1')
      await stage.as('alice').presses(name, await roll(name), 'incident.on-it', '1')
      await stage.as('suzuki').presses(name, await roll(name), 'incident.cannot-come', '1')
      await stage.as('ito').presses(name, await roll(name), 'incident.on-it', '1')
      await stage.quiet()
      const message = words(await roll(name))
      expect(message).toContain('行きます 2人: <@U0ALICE> <@U0ITO>')
      expect(message).toContain('行けません 1人: <@U0SUZUKI>')
      expect(message).not.toContain('返事待ち')
      await stage.as('suzuki').presses(name, await roll(name), 'incident.on-it', '1')
      await stage.quiet()
      expect(words(await roll(name))).toContain('行きます 3人')
    })

    test('asks for nobody once it is recovered; who is called after that is asked', async () => {
      const name = await stage.as('tanaka').declares()
      await stage.as('sato').takesNextStep(name)
      await calls(name, 'sato', { people: ['alice', 'suzuki'] })
      await stage.pass(minute)
      await stage.as('sato').does(name, 'recover', { permanence: 'permanent' })
      await stage.quiet()
      const before = await roll(name)
      expect(words(before)).toContain('*応援* を呼びました')
      expect(words(before)).not.toContain('返事待ち')
      expect(JSON.stringify(before.blocks)).not.toContain('incident.on-it')
      await calls(name, 'sato', { people: ['ito'] })
      await stage.quiet()
      const after = await roll(name, 2)
      expect(words(after)).toContain('返事待ち 1人')
      expect(JSON.stringify(after.blocks)).toContain('incident.on-it')
    })

    test('names the silent once, to the handler, after a while', async () => {
      const name = await stage.as('tanaka').declares()
      await stage.as('sato').takesNextStep(name)
      await calls(name, 'sato', { people: ['alice', 'suzuki'] })
      await stage.as('alice').presses(name, await roll(name), 'incident.on-it', '1')
      await stage.pass(4 * minute)
      const named = async () =>
        (await stage.channel(name)).messages.filter((each) => slotOf(each)?.startsWith('announce:calls.unanswered'))
      expect(await named()).toEqual([])
      await stage.pass(1 * minute)
      expect(words(await named())).toContain(
        ':hourglass: <@U0SATO> さん、呼んだ人のうち *1人からまだ返事がありません* : <@U0SUZUKI>',
      )
      await stage.pass(20 * minute)
      expect(await named()).toHaveLength(1)
    })

    test('is silent when all have answered, or when it is over', async () => {
      const name = await stage.as('tanaka').declares()
      await calls(name, 'sato', { people: ['alice'] })
      await stage.as('alice').presses(name, await roll(name), 'incident.cannot-come', '1')
      await stage.pass(6 * minute)
      await calls(name, 'sato', { people: ['suzuki'] })
      await stage.as('tanaka').chooses(name, 'cancel')
      await stage.as('tanaka').sends({ reason: '誤報' })
      await stage.pass(6 * minute)
      const seen = (await stage.channel(name)).messages.flatMap((each) => slotOf(each) ?? [])
      expect(seen.filter((each) => each.startsWith('announce:calls.unanswered'))).toEqual([])
      expect(words(await roll(name, 2))).not.toContain('行きます\n')
    })
  })

  everywhere('“you may leave now” is said to each alone, with thanks, and they are counted no more', async () => {
    const name = await stage.as('tanaka').declares()
    await calls(name, 'sato', { people: ['bob'] })
    expect(await card(name)).toContain('招集: 7人')
    await stage.as('sato').chooses(name, 'release-people')
    await stage.as('sato').sends({ people: ['bob', 'ito'], note: 'また明日' })
    await stage.quiet()
    const { id, members } = await stage.channel(name)
    expect(members).toEqual(expect.arrayContaining(['U0BOB', 'U0ITO']))
    expect(words(await stage.as('bob').direct())).toContain(
      `Thank you for your help. You can leave <#${id}> now.\nまた明日`,
    )
    expect(words(await stage.as('ito').direct())).toContain(`<#${id}> からは離れて大丈夫です`)
    expect(await card(name)).toContain('招集: 5人')
    await calls(name, 'sato', { people: ['bob'] })
    expect(await card(name)).toContain('招集: 6人')
  })

  everywhere(
    'whatever the policy asks about, more people come when it changes; nobody new when it becomes a drill',
    async () => {
      const name = await stage.as('tanaka').declares()
      await stage.as('tanaka').chooses(name, 'set-type')
      await stage.as('tanaka').sends({ type: ['confidentiality'] })
      await stage.quiet()
      expect((await stage.channel(name)).members).toEqual(expect.arrayContaining(['U0KOBAYASHI', 'U0KATO']))
      await stage.as('tanaka').chooses(name, 'set-kind')
      await stage.as('tanaka').sends({ kind: 'drill', reason: '訓練だった' })
      await stage.quiet()
      const heard = inSlot(await stage.channel('drills'), 'broadcast:')
      expect(words(heard)).toContain('【訓練】')
      expect(callsMany(heard)).toBe(false)
    },
  )
})
