import { expect } from 'vitest'
import { callsMany, inSlot, slotOf, words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, everywhere, forEachDatabase, test } from './telling.ts'

forEachDatabase((database) => {
  const stage = setStage(database)
  const invitationIn = (channel: string) =>
    stage.until(async () => (await stage.channel(channel)).messages.find((each) => slotOf(each) === 'invitation'))

  describe('asking for help', () => {
    test('a mention is answered by an invitation, its button opens the form, and the form becomes the receipt', async () => {
      const tanaka = stage.as('tanaka')
      await tanaka.says('#service-a', '@sssbot ログインできないみたいです')
      const invitation = await invitationIn('service-a')
      expect(invitation.thread_ts).toBeUndefined()
      expect(words(invitation)).toContain('迷ったら宣言してください')

      await tanaka.presses('service-a', invitation, 'incident.declare.open')
      const form = await tanaka.form()
      expect(words(form)).toContain('インシデントを宣言する')
      expect(Object.keys(form.values)).toEqual([
        'service',
        'summary',
        'urgency',
        'level',
        'type',
        'kind',
        'visibility',
        'detected_at',
        'detected_by',
      ])
      const { view } = await tanaka.sends({ service: 'a', summary: '14時からログインできない' })
      expect(words(view)).toContain('`#サービスa-20261123i` を作っています')
      await stage.quiet()
      const channel = await stage.channel('サービスa-20261123i')
      expect(words(await tanaka.form())).toContain(`<#${channel.id}> を作りました`)
      expect(words(await invitationIn('service-a'))).toContain(`<@U0TANAKA> が宣言しました → <#${channel.id}>`)
    })

    test('in a thread it answers in the thread', async () => {
      const ts = await stage.as('tanaka').says('#service-a', 'なんか変')
      await stage.as('sato').says('#service-a', '@sssbot これって？', ts)
      expect((await invitationIn('service-a')).thread_ts).toBe(ts)
    })

    test('a mention in a channel that has an open incident already shows it, so that nobody declares twice', async () => {
      const name = await stage.as('tanaka').declares({ summary: '決済が遅い' })
      await stage.as('suzuki').says('#general', '@sssbot 決済がおかしい')
      const { id } = await stage.channel(name)
      expect(words(await invitationIn('general'))).toContain(`<#${id}> サービスA: 決済が遅い`)
    })

    test('whoever reads English gets an English form and an English receipt', async () => {
      const alice = stage.as('alice')
      await alice.says('#service-a', '@sssbot is login down?')
      await alice.presses('service-a', await invitationIn('service-a'), 'incident.declare.open')
      expect(words(await alice.form())).toContain('What is happening?')
      await alice.sends({ service: 'a', summary: 'Login is down' })
      await stage.quiet()
      expect(words(await alice.form())).toContain('is ready. Continue there')
    })

    test('the command, its text and the shortcuts lead to the same form', async () => {
      const bob = stage.as('bob')
      const ts = await stage.as('suzuki').says('#service-b', 'バッチが <止まった> & 遅い')
      await bob.do({ do: 'command', channel: '#general', command: '/incident', text: 'the batch job hangs' })
      expect(await bob.form()).toMatchObject({
        callback_id: 'incident.declare',
        values: { summary: 'the batch job hangs' },
      })
      await bob.do({ do: 'close', view_id: (await bob.form()).id })
      await bob.do({ do: 'command', channel: '#general', command: '/incident', text: 'list of users stays empty' })
      expect(await bob.form()).toMatchObject({ values: { summary: 'list of users stays empty' } })
      await bob.do({ do: 'close', view_id: (await bob.form()).id })
      await bob.do({ do: 'shortcut', callback_id: 'incident.declare.shortcut' })
      expect(await bob.form()).toMatchObject({ callback_id: 'incident.declare', values: { summary: null } })
      await bob.do({ do: 'close', view_id: (await bob.form()).id })
      const deed = { do: 'message_shortcut' as const, callback_id: 'incident.declare.from_message' }
      await bob.do({ ...deed, channel: '#service-b', ts })
      // As the person wrote it: Slack escapes what it sends, and nobody wants to read `&lt;` in a form.
      expect(await bob.form()).toMatchObject({ values: { summary: 'バッチが <止まった> & 遅い' } })
    })

    test('/incident list shows what is open to the one who asks, alone', async () => {
      const name = await stage.as('tanaka').declares({ summary: '画面が真っ白' })
      await stage.as('bob').do({ do: 'command', channel: '#general', command: '/incident', text: 'list' })
      const [list] = await stage.until(async () => {
        const shown = await stage.as('bob').alone('general')
        return shown.length > 0 ? shown : undefined
      })
      expect(words(list)).toContain('Open incidents')
      expect(words(list)).toContain(`<#${(await stage.channel(name)).id}> Service A: 画面が真っ白`)
      expect(await stage.as('suzuki').alone('general')).toEqual([])
    })
  })

  describe('what stands once it is declared', () => {
    test('the channel with its card, pin, bookmark and topic, the people who come first, and the broadcasts', async () => {
      const name = await stage.as('suzuki').declares({ service: 'a', summary: '決済が失敗する', urgency: 'high' })
      expect(name).toBe('サービスa-20261123i')
      const channel = await stage.channel(name)
      const card = inSlot(channel, 'card')
      expect(channel.is_private).toBe(false)
      expect(channel.pins).toEqual([card.ts])
      expect(channel.bookmarks).toMatchObject([{ title: 'インシデントカード', emoji: ':clipboard:' }])
      expect(channel.bookmarks[0]?.link).toContain(`/p${card.ts.replace('.', '')}`)
      expect(channel.topic).toBe(':rotating_light: 対応中｜レベル: 未定｜サービスA: 決済が失敗する')
      expect(words(card)).toContain('決済が失敗する')
      expect(words(card)).toContain('未定 🙋')
      expect(words(card)).toContain('高い（影響が出ている）')

      const team = ['TANAKA', 'SATO', 'ITO', 'WATANABE', 'ALICE', 'YAMAMOTO'].map((each) => `U0${each}`)
      expect(channel.members.toSorted()).toEqual([...team, 'U0SUZUKI', 'U0SSSBOT01'].toSorted())

      for (const heard of ['service-a', 'incidents', 'dev-all', 'customer-support']) {
        const broadcast = inSlot(await stage.channel(heard), 'broadcast:')
        expect(words(broadcast)).toContain('インシデントの対応を始めました')
        expect(words(broadcast)).toContain(`<#${channel.id}>`)
        expect(callsMany(broadcast)).toBe(false)
      }
      const silent = (await stage.state()).channels.filter((each) =>
        ['executives', 'csirt', 'drills'].includes(each.name),
      )
      expect(silent.flatMap((each) => each.messages.map(slotOf)).filter(Boolean)).toEqual([])
    })

    test('an incident of confidentiality calls CSIRT', async () => {
      const { members } = await stage.channel(await stage.as('tanaka').declares({ type: ['confidentiality'] }))
      expect(members).toEqual(expect.arrayContaining(['U0KOBAYASHI', 'U0KATO']))
    })

    everywhere('the second of a day gets -2, and so does one whose name somebody else has taken', async () => {
      expect(await stage.as('tanaka').declares()).toBe('サービスa-20261123i')
      expect(await stage.as('sato').declares()).toBe('サービスa-20261123i-2')
      await stage.as('suzuki').do({ do: 'create', name: 'サービスb-20261123i' })
      expect(await stage.as('suzuki').declares({ service: 'b' })).toBe('サービスb-20261123i-2')
    })

    test('the same form sent twice is one incident', async () => {
      const tanaka = stage.as('tanaka')
      await tanaka.do({ do: 'shortcut', callback_id: 'incident.declare.shortcut' })
      const { id } = await tanaka.form()
      const send = () =>
        stage.driver.act({ as: 'tanaka', do: 'submit', view_id: id, values: { service: 'a', summary: '二度' } })
      await Promise.all([send(), send()])
      await stage.quiet()
      const made = (await stage.state()).channels.filter((each) => each.name.startsWith('サービスa-2026'))
      expect(made.map((each) => each.name)).toEqual(['サービスa-20261123i'])
    })

    test('what people write reaches nobody by accident', async () => {
      const name = await stage
        .as('tanaka')
        .declares({ summary: '<!channel> & *太字* <@U0YOSHIDA> {{who}} $t(list.title)' })
      const told =
        words(inSlot(await stage.channel(name), 'card')) + words(inSlot(await stage.channel('incidents'), 'broadcast:'))
      expect(told).not.toContain('<!channel>')
      expect(told).not.toContain('<@U0YOSHIDA>')
      expect(told).toContain('&lt;!channel&gt; &amp;')
      expect(told).toContain('{{who}} $t(list.title)')
    })
  })

  describe('what cannot be declared is told at the field, in the language of the person', () => {
    test('a time that has not come', async () => {
      for (const [handle, sentence] of [
        ['tanaka', '未来の時刻は選べません。いまか、それより前を選んでください。'],
        ['alice', 'You cannot choose a time in the future. Please choose now or earlier.'],
      ] as const) {
        const person = stage.as(handle)
        await person.do({ do: 'shortcut', callback_id: 'incident.declare.shortcut' })
        const { errors } = await person.sends({ service: 'a', summary: 'x', detected_at: '2026-11-23T05:30:00Z' })
        expect(errors).toEqual({ detected_at: sentence })
      }
    })

    test('a service that went out of the settings while the form stood open', async () => {
      const bob = stage.as('bob')
      await bob.do({ do: 'shortcut', callback_id: 'incident.declare.shortcut' })
      const without = { services: { b: { name: 'B' } }, notify: [] }
      await stage.bot.configure(JSON.stringify(without))
      const { errors } = await bob.sends({ service: 'a', summary: 'x' })
      expect(errors).toEqual({ service: 'That service is not in the settings. Please choose again.' })
    })

    test('a summary of nothing but spaces', async () => {
      const tanaka = stage.as('tanaka')
      await tanaka.do({ do: 'shortcut', callback_id: 'incident.declare.shortcut' })
      expect((await tanaka.sends({ service: 'a', summary: ' 　 ' })).errors).toEqual({
        summary: '空のままでは送れません。入力してください。',
      })
    })
  })

  describe('drills', () => {
    test('a drill says so everywhere, is told in #drills alone, and mentions nobody', async () => {
      // Somebody wrote a rule that calls the whole channel: in a drill it calls nobody all the same.
      const rule = { when: { kind: ['drill', 'exercise'] }, broadcast: ['#drills'], mention: 'channel' }
      await stage.bot.configure({ notify: [rule] })
      const name = await stage.as('tanaka').declares({ kind: 'drill', summary: '訓練の想定' })
      expect(name).toBe('サービスa-20261123d')
      const channel = await stage.channel(name)
      expect(channel.topic).toContain('【訓練】')
      expect(words(inSlot(channel, 'card'))).toContain('【訓練】')
      const told = (await stage.state()).channels.filter((each) =>
        each.messages.some((m) => slotOf(m)?.startsWith('broadcast:')),
      )
      expect(told.map((each) => each.name)).toEqual(['drills'])
      await stage.as('tanaka').takesNextStep(name)
      await stage.as('tanaka').chooses(name, 'set-level')
      await stage.as('tanaka').sends({ level: 'level5' })
      await stage.as('tanaka').chooses(name, 'recover')
      await stage.as('tanaka').sends()
      await stage.quiet()
      const drills = (await stage.channel('drills')).messages.filter((each) => slotOf(each))
      expect(drills.map((each) => slotOf(each)?.split(':').slice(0, 2).join(':'))).toEqual([
        expect.stringContaining('broadcast:'),
        'announce:incident.level_set',
        'announce:incident.recovered',
      ])
      for (const message of drills) {
        expect(words(message)).toContain('【訓練】')
        expect(callsMany(message)).toBe(false)
      }
      const elsewhere = (await stage.state()).channels.filter((each) => ['incidents', 'executives'].includes(each.name))
      expect(elsewhere.flatMap((each) => each.messages.map(slotOf)).filter(Boolean)).toEqual([])
    })
  })

  describe('private incidents', () => {
    test('only those who need to know learn what it is about: no channel, list, invitation or log tells', async () => {
      const secret = '顧客名簿が持ち出された'
      const kobayashi = stage.as('kobayashi')
      await kobayashi.says('#general', '@sssbot 相談')
      await kobayashi.presses('general', await invitationIn('general'), 'incident.declare.open')
      await kobayashi.sends({ service: 'a', summary: secret, visibility: 'private', type: ['confidentiality'] })
      await stage.quiet()
      const hidden = (await stage.state()).channels.find((each) => each.is_private && each.name !== 'csirt')
      if (!hidden) throw new Error('No private channel was made')
      expect(hidden.name).not.toMatch(/サービスa/)
      expect(words(inSlot(hidden, 'card'))).toContain(secret)
      expect(hidden.members.toSorted()).toEqual(['U0ITO', 'U0KATO', 'U0KOBAYASHI', 'U0SSSBOT01'])

      await kobayashi.takesNextStep(hidden.name)
      await kobayashi.chooses(hidden.name, 'set-level')
      await kobayashi.sends({ level: 'level5', reason: secret })
      await stage.as('tanaka').do({ do: 'command', channel: '#general', command: '/incident', text: '一覧' })
      await stage.as('tanaka').says('#incidents', '@sssbot 何か起きてる？')
      await invitationIn('incidents')
      await stage.quiet()

      const { channels } = await stage.state()
      const readable = channels.filter((each) => each.id !== hidden.id && !each.is_im)
      const everywhere = JSON.stringify(readable)
      expect(everywhere).not.toContain(secret)
      expect(everywhere).not.toContain(hidden.name)
      expect(everywhere).not.toContain(hidden.id)
      expect(words(await stage.as('tanaka').alone('general'))).toContain('未完了のインシデントはありません')
      expect(words(await invitationIn('general'))).not.toContain('U0KOBAYASHI')
      expect(stage.log.join('')).not.toContain(secret)
    })
  })
})
