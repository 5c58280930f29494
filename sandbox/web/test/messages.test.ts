import { describe, expect, it } from 'vitest'
import { composer, setStage } from './stage.ts'

const stage = setStage()

async function messagesIn(name: string) {
  return (await stage.state()).channels.find((channel) => channel.name === name)?.messages ?? []
}

describe('writing', () => {
  it('Enter sends, Shift+Enter breaks the line, and an input method keeps its Enter', async () => {
    const page = await stage.visit('tanaka')
    const field = composer(page)
    await field.fill('一行目')
    await field.press('Shift+Enter')
    await field.pressSequentially('二行目')
    const composing = { key: 'Enter', code: 'Enter', isComposing: true, bubbles: true, cancelable: true }
    await field.dispatchEvent('keydown', composing)
    expect(await field.inputValue()).toBe('一行目\n二行目')
    await field.press('Enter')
    await page.getByRole('article').filter({ hasText: '二行目' }).waitFor()
    expect(await field.inputValue()).toBe('')
    expect((await messagesIn('general')).at(-1)?.text).toBe('一行目\n二行目')
  })

  it('a name is completed by keyboard and reaches the person as a mention', async () => {
    const page = await stage.visit('tanaka')
    const field = composer(page)
    await field.pressSequentially('お願いします@佐')
    await page.getByRole('option', { name: /佐藤 健/ }).waitFor()
    await field.press('Enter')
    expect(await field.inputValue()).toBe('お願いします@sato ')
    await field.press('Enter')
    await page.getByRole('article').getByText('@佐藤 健').waitFor()
    expect((await messagesIn('general')).at(-1)?.text).toContain('<@U')
  })

  it('what others write appears at once, and marks channels that are not open', async () => {
    const page = await stage.visit('tanaka', '/c/general')
    await stage.act({ as: 'sato', do: 'post', channel: '#service-a', text: '@tanaka 見てください' })
    await page.getByRole('link', { name: /service-a, メンション 1 件/ }).click()
    await page.getByText('見てください').waitFor()
    await page.getByRole('link', { name: 'service-a', exact: true }).waitFor()
  })
})

describe('a message', () => {
  it('is answered in a thread, reacted to and pinned', async () => {
    const page = await stage.visit('tanaka')
    const { ts } = await stage.act({ as: 'sato', do: 'post', channel: '#general', text: '決済が失敗しています' })
    const message = page.getByRole('log').locator(`[data-ts="${ts}"]`)
    await message.hover()
    await message.getByRole('button', { name: 'スレッドで返信' }).click()
    const thread = page.getByRole('complementary', { name: 'スレッド' })
    await thread.getByRole('combobox', { name: '返信する…' }).fill('見ています')
    await thread.getByRole('combobox').press('Enter')
    await message.getByText('1 件の返信').waitFor()
    await page.keyboard.press('Escape')
    await thread.waitFor({ state: 'detached' })

    await message.hover()
    await message.getByRole('button', { name: 'リアクションを付ける' }).click()
    await page.getByRole('button', { name: 'pushpin', exact: true }).click()
    await message.getByRole('button', { name: ':pushpin: 1', pressed: true }).waitFor()
    await message.hover()
    await message.getByRole('button', { name: 'チャンネルにピン留め' }).click()
    await message.getByText('ピン留め中').waitFor()
  })

  it('is edited and deleted by its author', async () => {
    const page = await stage.visit('tanaka')
    const { ts } = await stage.act({ as: 'tanaka', do: 'post', channel: '#general', text: '@sato 誤り' })
    const message = page.getByRole('log').locator(`[data-ts="${ts}"]`)
    await message.hover()
    await message.getByRole('button', { name: 'その他の操作' }).click()
    await page.getByRole('menuitem', { name: 'メッセージを編集' }).click()
    const editor = page.getByRole('textbox', { name: 'メッセージを編集' })
    expect(await editor.inputValue()).toBe('@sato 誤り')
    await editor.fill('@sato 正しい')
    await editor.press('Enter')
    await message.getByText('(編集済み)').waitFor()
    await message.hover()
    await message.getByRole('button', { name: 'その他の操作' }).click()
    await page.getByRole('menuitem', { name: 'メッセージを削除' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '削除' }).click()
    await message.waitFor({ state: 'detached' })
  })

  it('with buttons tells the app, after asking where the app wants that', async () => {
    const page = await stage.visit('tanaka')
    const confirm = {
      title: { type: 'plain_text', text: '取り下げますか?' },
      text: { type: 'mrkdwn', text: '*誤報* として閉じます。' },
      confirm: { type: 'plain_text', text: '取り下げる' },
      deny: { type: 'plain_text', text: 'やめる' },
    }
    const elements = [
      { type: 'button', action_id: 'go', value: 'now', text: { type: 'plain_text', text: '進む' } },
      { type: 'button', action_id: 'cancel', value: 'yes', confirm, text: { type: 'plain_text', text: '取り下げ' } },
      {
        type: 'static_select',
        action_id: 'menu',
        placeholder: { type: 'plain_text', text: 'メニュー' },
        options: ['復旧', '完了'].map((text) => ({ text: { type: 'plain_text', text }, value: text })),
      },
    ]
    await stage.call('chat.postMessage', { channel: '#general', text: 'card', blocks: [{ type: 'actions', elements }] })
    await page.getByRole('button', { name: '進む' }).click()
    await page.getByRole('button', { name: '取り下げ' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '取り下げる' }).click()
    await page.getByRole('combobox', { name: 'メニュー' }).click()
    await page.getByRole('option', { name: '完了' }).click()
    await expect.poll(() => stage.app.clicks).toEqual(['go=now', 'cancel=yes', 'menu=完了'])
  })
})
