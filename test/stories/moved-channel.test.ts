import { expect } from 'vitest'
import type { Message } from '../../sandbox/protocol.ts'
import { incidentIn } from './conversation.ts'
import { inSlot, words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, everywhere, forEachDatabase, test } from './telling.ts'

const token = 'a-token-for-stories-only'
const minute = 60_000

forEachDatabase((database) => {
  const stage = setStage(database, {}, undefined, { SSSBOT_API_TOKEN: token })
  const tanaka = () => stage.as('tanaka')
  const ofTheBot = ({ user, ephemeral_to: alone, subtype }: Message) => user === 'U0SSSBOT01' && !alone && !subtype

  const calls = async (incident: string, verb: string, values: object = {}) => {
    const answered = await fetch(`${stage.bot.app.url}/api/v1/incidents/${incident}/${verb}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ actor: 'tanaka', ...values }),
    })
    return answered
  }
  /** Slack does again what it refused; the bot tries at once. */
  const mends = async () => {
    await stage.driver.clearFaults()
    stage.slackClock.leap(60 * minute)
    await stage.quiet()
  }

  /** An incident that tanaka leads, about which sato has written, made private while its channel is public. */
  async function hidden() {
    const name = await tanaka().declares({ summary: '顧客名簿が外部に送信された' })
    await tanaka().chooses(name, 'take-handler')
    await stage.as('sato').says(`#${name}`, '送信元は特定できています')
    const incident = await incidentIn(stage, name)
    expect((await calls(incident, 'set-visibility', { visibility: 'private' })).status).toBe(200)
    await stage.quiet()
    return { name, incident, old: await stage.channel(name) }
  }

  /** The private channel in which the incident goes on. */
  const newChannel = async () => {
    const { channels } = await stage.state()
    const found = channels.filter((each) => each.is_private && !each.is_im && each.messages.some(ofTheBot))
    expect(found).toHaveLength(1)
    return found[0] as (typeof found)[number]
  }

  describe('an incident that was made private while nobody converts its channel', () => {
    everywhere(
      'is moved by who leads: card and news are in a private channel, the old one is cleaned and archived',
      async () => {
        const { name, old, incident } = await hidden()
        expect(words(inSlot(await stage.channel(name), 'card'))).toContain(
          '*次の一手* ｜ チャンネルの設定から非公開に変える',
        )
        await tanaka().takesNextStep(name)
        const form = JSON.stringify((await tanaka().form()).blocks)
        expect(form).toContain('人が書いた投稿とファイル')
        expect((await tanaka().sends({})).errors).toEqual({})
        await stage.quiet()
        const made = await newChannel()
        expect(made.name).not.toContain('サービス')
        expect(words(inSlot(made, 'card'))).toContain('顧客名簿が外部に送信された')
        expect(made.members).toContain((await tanaka().user()).id)
        expect(made.members).not.toContain((await stage.as('suzuki').user()).id)
        const left = await stage.channel(name)
        expect(left.id).toBe(old.id)
        expect(left.messages.filter(ofTheBot).map(words)).toEqual([])
        expect(left.messages.map(({ text }) => text)).toContain('送信元は特定できています')
        expect(left.bookmarks).toEqual([])
        expect(made.bookmarks).toHaveLength(1)
        expect(left.is_archived).toBe(true)
        expect(left.topic).toBe('このチャンネルはもう使っていません')
        expect(made.topic).toContain('対応中')
        await stage.pass(minute)
        const said = () => stage.channel(made.name).then((each) => each.messages.map(words).join('\n'))
        const heard = await stage.until(async () =>
          (await said()).includes('アーカイブしました') ? await said() : undefined,
        )
        expect(heard).toContain('ここが続きのチャンネルです')
        // What was said once in the old channel is not said again.
        expect(heard).not.toContain('ハンドラー* になりました')
        expect(heard).not.toContain('チャンネルはまだ公開です')
        // The incident is the new channel's from here on, by its buttons and over HTTP.
        await tanaka().chooses(made.name, 'set-level')
        expect((await tanaka().sends({ level: 'level4', reason: '件数が多い' })).errors).toEqual({})
        await stage.quiet()
        expect(words(inSlot(await stage.channel(made.name), 'card'))).not.toContain('未定')
        expect((await stage.channel(name)).messages.filter(ofTheBot)).toEqual([])
        expect((await calls(incident, 'move-channel')).status).toBe(422)
        await tanaka().chooses(made.name, 'timeline')
        expect(JSON.stringify((await tanaka().form()).blocks)).toContain('非公開のチャンネルへ移った')
      },
    )

    everywhere('is offered the move after a while, once; one whose channel is private is not', async () => {
      const { name } = await hidden()
      await stage.pass(11 * minute)
      const asked = async () =>
        (await stage.channel(name)).messages.filter((each) => words(each).includes('このチャンネルはまだ公開です'))
      expect(await asked()).toHaveLength(1)
      expect(JSON.stringify(await asked())).toContain('incident.move-channel')
      const other = await tanaka().declares({ summary: '別の件', visibility: 'private' })
      for (const visibility of ['public', 'private'])
        expect((await calls(await incidentIn(stage, other), 'set-visibility', { visibility })).status).toBe(200)
      await stage.quiet()
      await stage.pass(11 * minute)
      expect(await asked()).toHaveLength(1)
      expect((await stage.channel(other)).messages.map(words).join()).not.toContain('まだ公開です')
    })

    test('leaves no channel open for the sake of a bookmark that Slack does not let it take out: the card names it', async () => {
      const { name, incident } = await hidden()
      await stage.driver.fault({ method: 'bookmarks.remove', error: 'missing_scope' })
      expect((await calls(incident, 'move-channel')).status).toBe(200)
      await stage.quiet()
      const left = await stage.channel(name)
      expect(left.is_archived).toBe(true)
      expect(left.bookmarks).toHaveLength(1)
      // What only people can take out there is named to them.
      expect(words(inSlot(await newChannel(), 'card'))).toContain('元のチャンネルからブックマークを外せません')
    })

    test('says by its topic that it was left; where Slack refuses that, the card names it', async () => {
      const { name, incident, old } = await hidden()
      await stage.driver.fault({
        method: 'conversations.setTopic',
        error: 'restricted_action',
        args: { channel: old.id },
      })
      expect((await calls(incident, 'move-channel')).status).toBe(200)
      await stage.quiet()
      const left = await stage.channel(name)
      expect([left.is_archived, left.topic]).toEqual([true, old.topic])
      expect(words(inSlot(await newChannel(), 'card'))).toContain('元のチャンネルのトピックを変えられません')
    })

    test('waits where Slack lets the bot make no channel, says why on the card, and moves once it does', async () => {
      const { name, incident } = await hidden()
      await stage.driver.fault({ method: 'conversations.create', error: 'restricted_action' })
      expect((await calls(incident, 'move-channel')).status).toBe(200)
      const card = async () => words(inSlot(await stage.channel(name), 'card'))
      await stage.until(async () => (await card()).includes('移る先の非公開のチャンネルを作れません') || undefined)
      expect((await stage.channel(name)).is_archived).toBe(false)
      await mends()
      expect((await stage.channel(name)).is_archived).toBe(true)
      expect(words(inSlot(await newChannel(), 'card'))).toContain('顧客名簿が外部に送信された')
    })

    test('takes another name where that is taken; keeps the old channel open while a message there cannot be deleted', async () => {
      const { name, incident, old } = await hidden()
      await stage.driver.fault({ method: 'conversations.create', error: 'name_taken', times: 1 })
      const { ts } = inSlot(await stage.channel(name), 'card')
      await stage.driver.fault({ method: 'chat.delete', error: 'cant_delete_message', args: { ts } })
      await calls(incident, 'move-channel')
      const made = await stage.until(async () =>
        (await stage.state()).channels.find((each) => each.name.endsWith('i-2')),
      )
      const card = async () => words(inSlot(await stage.channel(made.name), 'card'))
      await stage.until(async () => (await card()).includes(`message_ts=${ts}`) || undefined)
      expect((await stage.channel(name)).is_archived).toBe(false)
      // A mention in the old channel declares nothing anew, and tells nobody more than that it is not used.
      await stage.as('suzuki').do({ do: 'join', channel: old.id })
      await stage.as('suzuki').says(`#${name}`, '@sssbot')
      const told = async () =>
        (await stage.channel(name)).messages
          .filter((each) => each.ephemeral_to === 'U0SUZUKI')
          .map(words)
          .join()
      await stage.until(async () => (await told()).includes('このチャンネルはもう使っていません') || undefined)
      const { messages } = await stage.channel(name)
      expect(messages.filter(ofTheBot)).toHaveLength(1)
      // A message long posted there has buttons: who knows may press them, nobody else.
      const click = (who: string) =>
        stage.as(who).do({ do: 'click', channel: old.id, ts, action_id: 'incident.call-people' })
      await click('suzuki')
      expect(Object.values((await stage.state()).views).some((view) => JSON.stringify(view).includes('名簿'))).toBe(
        false,
      )
      await mends()
      expect((await stage.channel(name)).messages.filter(ofTheBot)).toEqual([])
      expect((await stage.channel(name)).is_archived).toBe(true)
    })

    test('is not moved while it is public, or once its channel is private', async () => {
      const name = await tanaka().declares({ summary: '遅い' })
      const incident = await incidentIn(stage, name)
      expect((await calls(incident, 'move-channel')).status).toBe(422)
      const secret = await tanaka().declares({ summary: '漏えいの疑い', visibility: 'private' })
      expect((await calls(await incidentIn(stage, secret), 'move-channel')).status).toBe(422)
    })

    test('moves to its end where the bot stops in the middle', async () => {
      const { name, incident } = await hidden()
      await stage.driver.fault({ method: 'conversations.archive', error: 'restricted_action' })
      await calls(incident, 'move-channel')
      await stage.until(
        async () =>
          (await stage.state()).channels.some(({ name: each }) => /^[a-z]+-20261123i$/.test(each)) || undefined,
      )
      await stage.driver.clearFaults()
      await stage.restart()
      stage.slackClock.leap(60 * minute)
      await stage.quiet()
      expect((await stage.channel(name)).messages.filter(ofTheBot)).toEqual([])
      expect((await stage.channel(name)).is_archived).toBe(true)
      expect(inSlot(await newChannel(), 'card')).toBeDefined()
    })
  })
})
