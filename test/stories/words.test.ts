import { expect } from 'vitest'
import type { Message } from '../../sandbox/protocol.ts'
import { inSlot, slotOf, words } from './sights.ts'
import { setStage } from './stage.ts'
import { forEachDatabase, test } from './telling.ts'

forEachDatabase((database) => {
  const stage = setStage(database)
  const answered = (handle: string, channel: string) =>
    stage.until(async () => (await stage.as(handle).alone(channel)).at(-1))
  const invitations = async (channel: string) =>
    (await stage.channel(channel)).messages.filter((each) => slotOf(each) === 'invitation')
  /** How many buttons carry something that was said. */
  const said = ({ blocks }: Message) => [...JSON.stringify(blocks ?? []).matchAll(/"incident\.said"/g)].length
  const types = async (handle: string, channel: string, text: string) =>
    stage.as(handle).do({ do: 'command', channel: `#${channel}`, command: '/incident', text })

  test('words after a mention become a button that opens the form, filled in', async () => {
    const channel = await stage.as('tanaka').declares({ summary: '決済が遅い' })
    await stage.as('sato').says(channel, '@sssbot 更新：DB を切り替えました、次は３０分後です')
    const answer = await answered('sato', channel)
    expect(words(answer)).toContain('「状況を更新する」ですね')
    expect(said(answer)).toBe(1)
    expect(words(answer).split('状況を更新する')).toHaveLength(3)
    await stage.as('sato').presses(channel, answer, 'incident.said')
    expect(await stage.as('sato').form()).toMatchObject({
      callback_id: 'incident.update',
      values: { condition: 'DB を切り替えました、次は３０分後です', next_minutes: '30' },
    })
    expect(await stage.as('tanaka').alone(channel)).toEqual([])
  })

  test('what needs no form is done by the press, and not by the mention', async () => {
    const channel = await stage.as('tanaka').declares({ summary: '決済が遅い' })
    const card = async () => words(inSlot(await stage.channel(channel), 'card'))
    await stage.as('sato').says(channel, '@sssbot ハンドラーやります')
    const answer = await answered('sato', channel)
    await stage.quiet()
    expect(await card()).not.toContain('<@U0SATO>')
    await stage.as('sato').presses(channel, answer, 'incident.said')
    await stage.quiet()
    expect(await card()).toContain('<@U0SATO>')
  })

  test('where several may be meant it is asked which, and a slip is asked about', async () => {
    const channel = await stage.as('tanaka').declares({ summary: '決済が遅い' })
    await stage.as('sato').says(channel, '@sssbot 更新して、人を呼んで')
    expect(words(await answered('sato', channel))).toContain('どれにしますか')
    expect(said(await answered('sato', channel))).toBe(2)
    await types('sato', channel, 'udpate')
    await stage.until(async () => words(await answered('sato', channel)).includes('のことでしょうか') || undefined)
    await types('sato', channel, '完了')
    await stage.until(async () => words(await answered('sato', channel)).includes('いまはできません') || undefined)
  })

  test('/incident with words about the incident opens the form at once, with people and times in their fields', async () => {
    const channel = await stage.as('tanaka').declares({ summary: '決済が遅い' })
    const sato = stage.as('sato')
    await types('sato', channel, '@ito さんを呼んで')
    expect(await sato.form()).toMatchObject({ callback_id: 'incident.call-people', values: { people: ['U0ITO'] } })
    await sato.do({ do: 'close', view_id: (await sato.form()).id })
    await types('sato', channel, 'レベルを重大にして')
    expect(await sato.form()).toMatchObject({ callback_id: 'incident.set-level' })
    await sato.do({ do: 'close', view_id: (await sato.form()).id })
    await types('sato', channel, '復旧')
    expect(await sato.form()).toMatchObject({ callback_id: 'incident.recover' })
    await sato.do({ do: 'close', view_id: (await sato.form()).id })
    await types('sato', channel, 'lead')
    await stage.quiet()
    expect(words(inSlot(await stage.channel(channel), 'card'))).toContain('<@U0SATO>')
    await types('sato', channel, 'declare mail is slow, too')
    expect(await sato.form()).toMatchObject({
      callback_id: 'incident.declare',
      values: { summary: 'mail is slow, too' },
    })
  })

  test('what is not understood says what would be, and may be another incident', async () => {
    const channel = await stage.as('tanaka').declares({ summary: '決済が遅い' })
    await stage.as('sato').says(channel, '@sssbot メールも <遅い> みたい')
    const answer = await answered('sato', channel)
    expect(words(answer)).toContain('は分かりませんでした')
    expect(words(answer)).toContain('`更新`')
    expect(said(answer)).toBe(0)
    await stage.as('sato').presses(channel, answer, 'incident.declare.another')
    expect(await stage.as('sato').form()).toMatchObject({
      callback_id: 'incident.declare',
      values: { summary: 'メールも <遅い> みたい' },
    })
    expect(await invitations(channel)).toEqual([])
  })

  test('a mention in a thread is answered in that thread, and so is what is pressed there', async () => {
    const channel = await stage.as('tanaka').declares({ summary: '決済が遅い' })
    const root = await stage.as('sato').says(channel, 'DB を見ています')
    await stage.as('sato').says(channel, '@sssbot ハンドラー', root)
    const answer = await answered('sato', channel)
    expect(answer.thread_ts).toBe(root)
    await stage.as('tanaka').takesNextStep(channel)
    await stage.quiet()
    await stage.as('sato').presses(channel, answer, 'incident.said')
    const refused = await stage.until(async () => {
      const last = await answered('sato', channel)
      return last.ts === answer.ts ? undefined : last
    })
    expect(refused.thread_ts).toBe(root)
  })

  test('help says what can be said, in a channel of an incident and elsewhere', async () => {
    const channel = await stage.as('tanaka').declares({ summary: '決済が遅い' })
    await types('sato', channel, 'ヘルプ')
    expect(words(await answered('sato', channel))).toContain('• 復旧を宣言する: `復旧`')
    await stage.as('sato').says('#service-a', '@sssbot 使い方')
    expect(words(await answered('sato', 'service-a'))).toContain('インシデントのチャンネルで')
    expect(await invitations('service-a')).toEqual([])
  })
})
