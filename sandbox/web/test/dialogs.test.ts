import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { composer, setStage } from './stage.ts'

const stage = setStage()

describe('a dialog of the app', () => {
  async function openForm(page: Page) {
    await composer(page).fill('/incident')
    await composer(page).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'インシデントを宣言' })
    await dialog.waitFor()
    return dialog
  }

  it('takes every kind of input and sends what was put in', async () => {
    const page = await stage.visit('tanaka')
    const dialog = await openForm(page)
    await dialog.getByRole('combobox', { name: 'サービス' }).click()
    await page.getByRole('option', { name: 'サービスB' }).click()
    await dialog.getByRole('textbox', { name: '何が起きていますか' }).fill('決済が失敗する')
    await dialog.getByRole('radio', { name: '高' }).check()
    await dialog.getByRole('checkbox', { name: '可用性' }).check()
    await dialog.getByRole('combobox', { name: /呼ぶ人/ }).click()
    await page.keyboard.type('suzuki')
    await page.getByRole('option', { name: /鈴木/ }).click()
    await page.keyboard.press('Escape')
    await dialog.getByRole('combobox', { name: /チャンネル/ }).click()
    await page.getByRole('option', { name: '#incidents' }).click()
    await dialog.getByRole('combobox', { name: /関係する部分/ }).click()
    await page.keyboard.type('検索')
    await page.getByRole('option', { name: '検索サービス' }).click()
    await dialog.getByLabel(/検知した時刻/).fill('2026-11-23T21:00')
    await dialog.getByLabel(/日付/).fill('2026-11-24')
    await dialog.getByLabel('時刻 (任意)', { exact: true }).fill('09:05')
    await dialog.getByRole('textbox', { name: /影響した件数/ }).fill('42')
    await dialog.getByRole('textbox', { name: /連絡先/ }).fill('a@example.com')
    await dialog.getByRole('textbox', { name: /参考/ }).fill('https://example.com')
    await dialog.getByRole('button', { name: '宣言する' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(stage.app.submissions).toEqual([
      expect.objectContaining({
        service: expect.objectContaining({ value: 'service-b' }),
        summary: '決済が失敗する',
        urgency: expect.objectContaining({ value: 'high' }),
        type: [expect.objectContaining({ value: 'availability' })],
        people: ['U0SUZUKI'],
        channel: expect.stringMatching(/^C/),
        part: expect.objectContaining({ value: '検索サービス' }),
        detected_at: Date.UTC(2026, 10, 23, 12, 0) / 1000,
        day: '2026-11-24',
        time: '09:05',
        count: '42',
        mail: 'a@example.com',
        link: 'https://example.com',
      }),
    ])
  })

  it('begins at its first input, says what is missing there, and keeps what was typed when the app refuses', async () => {
    const page = await stage.visit('tanaka')
    const dialog = await openForm(page)
    const service = dialog.getByRole('combobox', { name: 'サービス' })
    await expect.poll(() => service.evaluate((input) => input.matches(':focus'))).toBe(true)
    await dialog.getByRole('button', { name: '宣言する' }).click()
    await dialog.locator('[data-block-id=service]').getByText('この項目は必須です。').waitFor()
    await service.click()
    await page.getByRole('option', { name: 'サービスA' }).click()
    const summary = dialog.getByRole('textbox', { name: '何が起きていますか' })
    await summary.fill('拒否して')
    await dialog.getByRole('button', { name: '宣言する' }).click()
    await dialog.getByText('もう少し詳しく書いてください。').waitFor()
    expect(await summary.inputValue()).toBe('拒否して')
  })

  it('is pushed upon and gone back from; Escape closes it', async () => {
    const page = await stage.visit('tanaka')
    const dialog = await openForm(page)
    await dialog.getByRole('combobox', { name: 'サービス' }).click()
    await page.getByRole('option', { name: 'サービスA' }).click()
    await dialog.getByRole('textbox', { name: '何が起きていますか' }).fill('次へ')
    await dialog.getByRole('button', { name: '宣言する' }).click()
    const second = page.getByRole('dialog', { name: '確認' })
    await second.getByRole('button', { name: '戻る' }).first().click()
    await dialog.getByRole('button', { name: '宣言する' }).waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })

  it('goes away as a whole by its cross, however many views lie on each other', async () => {
    const page = await stage.visit('tanaka')
    const dialog = await openForm(page)
    await dialog.getByRole('combobox', { name: 'サービス' }).click()
    await page.getByRole('option', { name: 'サービスA' }).click()
    await dialog.getByRole('textbox', { name: '何が起きていますか' }).fill('次へ')
    await dialog.getByRole('button', { name: '宣言する' }).click()
    const second = page.getByRole('dialog', { name: '確認' })
    await second.getByRole('button', { name: '閉じる' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect((await stage.state()).views).toEqual({})
  })
})
