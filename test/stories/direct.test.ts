import { expect } from 'vitest'
import { words } from './sights.ts'
import { setStage } from './stage.ts'
import { forEachDatabase, test } from './telling.ts'

const bot = 'U0SSSBOT01'
const must = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('The bot does not answer')
  return value
}

forEachDatabase((database) => {
  const stage = setStage(database)
  const state = () => stage.bot.driver.state()
  /** What the bot answers to somebody in their direct messages, the newest last. */
  const answers = async (id: string) => {
    const { channels } = await state()
    return channels
      .filter((each) => each.is_im && each.members.includes(id))
      .flatMap(({ messages }) => messages.filter((each) => each.bot_id))
  }
  const conversation = async (handle: string) => must((await stage.as(handle).do({ do: 'open_dm', user: bot })).channel)
  const press = async (handle: string, { ts }: { ts: string }, action: string) =>
    stage.as(handle).do({ do: 'click', channel: await conversation(handle), ts, action_id: action })
  /** Writes to the bot, and reads the message with which it answers. */
  const writes = async (handle: string, id: string, text: string) => {
    const before = (await answers(id)).length
    await stage.as(handle).do({ do: 'post', channel: await conversation(handle), text })
    await stage.quiet()
    return (await answers(id)).slice(before)
  }

  test('who takes part in one open incident has its controls by writing to the bot, and can press them there', async () => {
    const channel = await stage.as('tanaka').declares({ summary: '決済が遅い' })
    await stage.as('tanaka').takesNextStep(channel)
    await stage.quiet()
    const [answer, ...more] = await writes('tanaka', 'U0TANAKA', '更新：切り戻しました')
    expect(more).toEqual([])
    expect(words(must(answer))).toContain('「状況を更新する」ですね')
    expect(answer?.ephemeral_to).toBeUndefined()
    await press('tanaka', must(answer), 'incident.said')
    expect(await stage.as('tanaka').form()).toMatchObject({
      callback_id: 'incident.update',
      values: { condition: '切り戻しました' },
    })
  })

  test('who names the channel of an incident speaks of that one; of a private one only who knows of it', async () => {
    const open = await stage.as('tanaka').declares({ summary: '決済が遅い' })
    const hidden = await stage.as('tanaka').declares({ summary: '情報漏えいの疑い', visibility: 'private' })
    const idOf = async (name: string) => (await stage.channel(name)).id
    await stage.as('sato').do({ do: 'open_home' })
    const [about] = await writes('tanaka', 'U0TANAKA', `<#${await idOf(open)}> 更新`)
    expect(words(must(about))).toContain('「状況を更新する」ですね')
    const [which] = await writes('tanaka', 'U0TANAKA', '更新')
    expect(words(must(which))).toContain('どのインシデントのことですか')
    expect(words(must(which))).toContain('`#')
    expect(words(must(which))).not.toContain('新しく宣言')
    const [trouble] = await writes('tanaka', 'U0TANAKA', '決済画面が真っ白です')
    expect(words(must(trouble))).toContain('どのインシデントのことですか')
    await press('tanaka', must(trouble), 'incident.declare.another')
    expect((await stage.as('tanaka').form()).values).toMatchObject({ summary: '決済画面が真っ白です' })
    const refused = await writes('suzuki', 'U0SUZUKI', `<#${await idOf(hidden)}> 更新`)
    expect(words(must(refused[0]))).not.toContain('情報漏えい')
    expect(words(must(refused[0]))).not.toContain('ですね')
  })

  test('who takes part in none is offered to declare, with what they wrote as the summary; thanks are not answered', async () => {
    const [answer] = await writes('suzuki', 'U0SUZUKI', '決済画面が真っ白です')
    expect(words(must(answer))).toContain('インシデントを宣言するなら')
    await press('suzuki', must(answer), 'incident.declare.another')
    expect(await stage.as('suzuki').form()).toMatchObject({
      callback_id: 'incident.declare',
      values: { summary: '決済画面が真っ白です' },
    })
    expect(await writes('suzuki', 'U0SUZUKI', 'ありがとうございます')).toEqual([])
    expect(words(must((await writes('suzuki', 'U0SUZUKI', 'ヘルプ'))[0]))).toContain('できること')
  })
})
