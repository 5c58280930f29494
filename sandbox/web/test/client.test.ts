import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openBrowser } from '../../../test/harness/browser.ts'
import type { State } from '../../protocol.ts'
import { createSandbox, type Sandbox } from '../../server/index.ts'
import { buildWebClient } from './built-client.ts'
import { type SampleApp, startSampleApp } from './sample-app.ts'

let browser: Browser
let sandbox: Sandbox
let app: SampleApp
const pages: Page[] = []
const complaints: string[] = []

beforeAll(async () => {
  await buildWebClient()
  browser = await openBrowser()
})
afterAll(() => browser?.close())

beforeEach(async () => {
  sandbox = await createSandbox({ rateLimits: false })
  app = await startSampleApp(sandbox.url)
})
afterEach(async () => {
  for (const page of pages.splice(0)) await page.context().close()
  await app.stop()
  await sandbox.close()
  expect(complaints.splice(0)).toEqual([])
})

/** Opens the client as a person, at a place; whatever the page complains of fails the test. */
async function visit(person: string, place = '/c/general', options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, locale: 'ja-JP', ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(8000)
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (line) => {
    if (line.type() === 'error') complaints.push(line.text())
  })
  await page.goto(`${sandbox.url}${place}?as=${person}`)
  await page.locator('main').waitFor()
  pages.push(page)
  return page
}

async function act(deed: Record<string, unknown>): Promise<Record<string, unknown>> {
  const response = await fetch(`${sandbox.url}/_sandbox/act`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(deed),
  })
  return (await response.json()) as Record<string, unknown>
}

async function messagesIn(name: string) {
  const state = (await (await fetch(`${sandbox.url}/_sandbox/state`)).json()) as State
  return state.channels.find((channel) => channel.name === name)?.messages ?? []
}

const composer = (page: Page) => page.getByRole('combobox', { name: /へのメッセージ|^Message #/ })

describe('writing', () => {
  it('Enter sends, Shift+Enter breaks the line, and an input method keeps its Enter', async () => {
    const page = await visit('tanaka')
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
    const page = await visit('tanaka')
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
    const page = await visit('tanaka', '/c/general')
    await act({ as: 'sato', do: 'post', channel: '#service-a', text: '@tanaka 見てください' })
    await page.getByRole('link', { name: /service-a, メンション 1 件/ }).click()
    await page.getByText('見てください').waitFor()
    await page.getByRole('link', { name: 'service-a', exact: true }).waitFor()
  })
})

describe('a message', () => {
  it('is answered in a thread, reacted to and pinned', async () => {
    const page = await visit('tanaka')
    const { ts } = await act({ as: 'sato', do: 'post', channel: '#general', text: '決済が失敗しています' })
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
    const page = await visit('tanaka')
    const { ts } = await act({ as: 'tanaka', do: 'post', channel: '#general', text: '@sato 誤り' })
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
    const page = await visit('tanaka')
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
    await fetch(`${sandbox.url}/api/chat.postMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer xoxb-sandbox' },
      body: JSON.stringify({ channel: '#general', text: 'card', blocks: [{ type: 'actions', elements }] }),
    })
    await page.getByRole('button', { name: '進む' }).click()
    await page.getByRole('button', { name: '取り下げ' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '取り下げる' }).click()
    await page.getByRole('combobox', { name: 'メニュー' }).click()
    await page.getByRole('option', { name: '完了' }).click()
    await expect.poll(() => app.clicks).toEqual(['go=now', 'cancel=yes', 'menu=完了'])
  })
})

describe('a dialog of the app', () => {
  async function openForm(page: Page) {
    await composer(page).fill('/incident')
    await composer(page).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'インシデントを宣言' })
    await dialog.waitFor()
    return dialog
  }

  it('takes every kind of input and sends what was put in', async () => {
    const page = await visit('tanaka')
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
    expect(app.submissions).toEqual([
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
    const page = await visit('tanaka')
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
    const page = await visit('tanaka')
    const dialog = await openForm(page)
    await dialog.getByRole('combobox', { name: 'サービス' }).click()
    await page.getByRole('option', { name: 'サービスA' }).click()
    await dialog.getByRole('textbox', { name: '何が起きていますか' }).fill('次へ')
    await dialog.getByRole('button', { name: '宣言する' }).click()
    const second = page.getByRole('dialog', { name: '確認' })
    await second.getByRole('button', { name: '戻る' }).first().click()
    await dialog.waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })
})

describe('going about', () => {
  it('by keyboard alone: from the sidebar to a message and its tools', async () => {
    const page = await visit('tanaka')
    await act({ as: 'sato', do: 'post', channel: '#incidents', text: '鍵盤だけで' })
    await page.getByRole('link', { name: /^general/ }).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const list = page.getByRole('log', { name: /incidents/ })
    await list.focus()
    await page.keyboard.press('ArrowUp')
    const message = list.getByRole('article').last()
    await expect.poll(() => message.evaluate((row) => row.matches(':focus'))).toBe(true)
    await message.getByRole('toolbar').waitFor()
    await page.keyboard.press('Tab')
    await expect.poll(() => message.evaluate((row) => row.contains(row.ownerDocument.activeElement))).toBe(true)
  })

  it('as another person, the place stays and the language follows', async () => {
    const page = await visit('tanaka', '/c/incidents')
    await page.getByRole('button', { name: /別の人として操作する/ }).click()
    await page.keyboard.type('alice')
    await page.getByRole('option', { name: /Alice/ }).click()
    await page.getByRole('combobox', { name: 'Message #incidents' }).waitFor()
    expect(page.url()).toMatch(/\/c\/C\w+$/)
  })

  it('a link to an old message finds it among two thousand, and the list stays short', async () => {
    const channel = sandbox.workspace.channelByName('dev-all')?.id
    const stamps: unknown[] = []
    for (let n = 0; n < 2000; n++) stamps.push((await act({ as: 'tanaka', do: 'post', channel, text: `投稿 ${n}` })).ts)
    const page = await visit('tanaka', `/c/${channel}`)
    await page.getByText('投稿 1999').waitFor()
    expect(await page.getByRole('article').count()).toBeLessThan(200)
    await page.goto(`${sandbox.url}/c/${channel}/p${String(stamps[1700]).replace('.', '')}`)
    await page.getByText('投稿 1700', { exact: true }).waitFor()
    await expect.poll(() => page.locator('article[data-lit]').count()).toBe(1)
  }, 60_000)

  it('creates a channel, shows why a name is refused, archives it and brings it back', async () => {
    const page = await visit('tanaka')
    await page.getByRole('button', { name: 'チャンネルを作成' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: '名前' }).fill('general')
    await dialog.getByRole('button', { name: '作成' }).click()
    await dialog.getByText(/同じ名前のチャンネル/).waitFor()
    await dialog.getByRole('textbox', { name: '名前' }).fill('相談室')
    await dialog.getByRole('button', { name: '作成' }).click()
    await page.getByRole('heading', { name: '相談室', exact: true }).waitFor()
    await page.getByRole('button', { name: 'チャンネルのメニュー' }).click()
    await page.getByRole('menuitem', { name: 'アーカイブ' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'アーカイブ' }).click()
    await page.getByText('アーカイブ済みのチャンネルです').waitFor()
    await page.getByRole('button', { name: 'アーカイブを解除' }).click()
    await composer(page).waitFor()
  })

  it('the home of the app is drawn for whoever opens it', async () => {
    const page = await visit('tanaka', '/home')
    await page.getByRole('button', { name: '宣言する' }).click()
    await expect.poll(() => app.clicks).toEqual(['home.start='])
  })

  it('after the sandbox was gone for a while, the client says so and takes up again by itself', async () => {
    await app.stop()
    await sandbox.close()
    const dataDir = await mkdtemp(join(tmpdir(), 'sandbox-web-'))
    sandbox = await createSandbox({ dataDir })
    const page = await visit('tanaka')
    await composer(page).waitFor()
    const { port } = sandbox
    await sandbox.close()
    await page.getByText('接続が切れました').waitFor()
    sandbox = await createSandbox({ port, dataDir })
    await act({ as: 'sato', do: 'post', channel: '#general', text: 'まだ見えますか' })
    await page.getByText('まだ見えますか').waitFor()
    await page.getByText('接続が切れました').waitFor({ state: 'detached' })
    // The browser itself writes down that it could not connect.
    complaints.splice(0)
    await rm(dataDir, { recursive: true })
  })

  it('what only one person may see is seen by that person only', async () => {
    const state = (await (await fetch(`${sandbox.url}/_sandbox/state`)).json()) as State
    const channel = state.channels.find((one) => one.name === 'general')?.id
    await fetch(`${sandbox.url}/api/chat.postEphemeral`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer xoxb-sandbox' },
      body: JSON.stringify({ channel, user: 'U0TANAKA', text: 'そっとお知らせ' }),
    })
    const page = await visit('tanaka')
    const message = page.getByRole('article').filter({ hasText: 'そっとお知らせ' })
    await message.getByText('あなただけに表示されています').waitFor()
    const other = await visit('sato')
    await composer(other).waitFor()
    expect(await other.getByText('そっとお知らせ').count()).toBe(0)
  })
})

describe('on a phone', () => {
  const phone = { viewport: { width: 390, height: 800 }, hasTouch: true, colorScheme: 'dark' as const }

  it('the sidebar is a drawer, the thread fills the window, nothing sticks out', async () => {
    const page = await visit('tanaka', '/c/general', phone)
    const { ts } = await act({ as: 'sato', do: 'post', channel: '#general', text: '親' })
    await act({ as: 'sato', do: 'post', channel: '#general', thread_ts: ts, text: '子' })
    await page.getByText('1 件の返信').click()
    const box = await page.getByRole('complementary', { name: 'スレッド' }).boundingBox()
    expect(box).toMatchObject({ x: 0, y: 0, width: 390, height: 800 })
    await page.getByRole('button', { name: 'スレッドを閉じる' }).click()
    await page.getByRole('button', { name: 'サイドバーを開く' }).click()
    await page
      .getByRole('dialog')
      .getByRole('link', { name: /^incidents/ })
      .click()
    await page.getByRole('heading', { name: 'incidents', exact: true }).waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
    expect(await page.evaluate('document.documentElement.dataset.mantineColorScheme')).toBe('dark')
  })
})
