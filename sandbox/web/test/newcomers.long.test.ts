import { describe, expect, it } from 'vitest'
import { composer, setStage } from './stage.ts'

const stage = setStage()

describe('a newcomer', () => {
  it('is led from the first mention into the channel that the bot makes, and to another person', async () => {
    const page = await stage.visit('tanaka', '/c/incidents')
    const steps = page.getByRole('complementary', { name: 'はじめの一歩' })
    await steps.getByRole('button', { name: '書いてみる' }).click()
    const field = composer(page)
    await expect.poll(() => field.inputValue()).toBe('@sssbot ')
    await expect.poll(() => field.evaluate((input) => input.matches(':focus'))).toBe(true)
    await stage.call('chat.postMessage', { channel: '#general', text: '宣言しますか?' })
    await steps.getByRole('button', { name: '返事を見る' }).click()
    await page.locator('article[data-lit]').filter({ hasText: '宣言しますか?' }).waitFor()
    await stage.call('conversations.create', { name: '障害-1' })
    const channel = (await stage.state()).channels.find((one) => one.name === '障害-1')?.id
    await stage.call('conversations.invite', { channel, users: 'U0TANAKA,U0SATO' })
    await stage.call('chat.postMessage', { channel, text: '始めましょう' })
    await steps.getByRole('button', { name: 'チャンネルを開く' }).click()
    await page.getByRole('heading', { name: '障害-1', exact: true }).waitFor()
    await steps.getByRole('button', { name: '佐藤 健 になる' }).click()
    await page.getByRole('button', { name: /佐藤 健 として操作中/ }).waitFor()
    await steps.waitFor({ state: 'detached' })
  })
})

describe('whoever is called', () => {
  it('into a private channel, sees the invitation and the channel at once, and follows it there', async () => {
    const page = await stage.visit('tanaka', '/c/general')
    await stage.act({ as: 'ito', do: 'invite', channel: '#csirt', users: ['tanaka'] })
    await stage.act({ as: 'ito', do: 'post', channel: '#csirt', text: '内密に' })
    await page.getByRole('link', { name: /^csirt, 非公開, 未読 1 件/ }).waitFor()
    await page.getByRole('button', { name: /伊藤 誠 さんが #csirt に招待しました/ }).click()
    await page.getByRole('heading', { name: /csirt/ }).first().waitFor()
    await page.getByRole('note').getByText('さんの招待で参加しました').waitFor()
  })

  it('directly, hears of it, and not of what they look at already', async () => {
    const page = await stage.visit('tanaka', '/c/general')
    await stage.act({ as: 'sato', do: 'post', channel: '#general', text: '@tanaka ここに' })
    await page.getByRole('article').filter({ hasText: 'ここに' }).waitFor()
    const { channel } = await stage.act({ as: 'sato', do: 'open_dm', user: 'tanaka' })
    await stage.act({ as: 'sato', do: 'post', channel, text: 'ちょっといいですか' })
    await page.getByRole('button', { name: /佐藤 健 さんからのメッセージ/ }).waitFor()
    expect(await page.getByRole('button', { name: /あなたにメンション/ }).count()).toBe(0)
    expect(await page.getByText('新着', { exact: true }).count()).toBe(0)
  })
})

it('a permalink leads to the message in this window, not to the real Slack', async () => {
  const { ts } = await stage.act({ as: 'sato', do: 'post', channel: '#incidents', text: '指し示されるもの' })
  const channel = (await stage.state()).channels.find((one) => one.name === 'incidents')?.id
  const link = `https://sandbox.slack.com/archives/${channel}/p${String(ts).replace('.', '')}`
  await stage.call('chat.postMessage', { channel: '#general', text: `<${link}|こちら>` })
  const page = await stage.visit('tanaka', '/c/general')
  await page.getByRole('link', { name: 'こちら' }).click()
  await page.locator('article[data-lit]').filter({ hasText: '指し示されるもの' }).waitFor()
})
