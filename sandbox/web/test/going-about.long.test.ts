import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { composer, setStage } from './stage.ts'

const stage = setStage()

describe('going about', () => {
  it('by keyboard alone: from the sidebar to a message and its tools', async () => {
    const page = await stage.visit('tanaka')
    await stage.act({ as: 'sato', do: 'post', channel: '#incidents', text: '鍵盤だけで' })
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
    const page = await stage.visit('tanaka', '/c/incidents')
    await page.getByRole('button', { name: /別の人として操作する/ }).click()
    await page.keyboard.type('alice')
    await page.getByRole('option', { name: /Alice/ }).click()
    await page.getByRole('combobox', { name: 'Message #incidents' }).waitFor()
    expect(page.url()).toMatch(/\/c\/C\w+$/)
  })

  it('a link to an old message finds it among two thousand, and the list stays short', async () => {
    const channel = stage.sandbox.workspace.channelByName('dev-all')?.id
    const stamps: unknown[] = []
    for (let n = 0; n < 2000; n++)
      stamps.push((await stage.act({ as: 'tanaka', do: 'post', channel, text: `投稿 ${n}` })).ts)
    const page = await stage.visit('tanaka', `/c/${channel}`)
    await page.getByText('投稿 1999').waitFor()
    expect(await page.getByRole('article').count()).toBeLessThan(200)
    await page.goto(`${stage.sandbox.url}/c/${channel}/p${String(stamps[1700]).replace('.', '')}`)
    await page.getByText('投稿 1700', { exact: true }).waitFor()
    await expect.poll(() => page.locator('article[data-lit]').count()).toBe(1)
  }, 60_000)

  it('creates a channel, shows why a name is refused, archives it and brings it back', async () => {
    const page = await stage.visit('tanaka')
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
    const page = await stage.visit('tanaka', '/home')
    await page.getByRole('button', { name: '宣言する' }).click()
    await expect.poll(() => stage.app.clicks).toEqual(['home.start='])
  })

  it('after the sandbox was gone for a while, the client says so and takes up again by itself', async () => {
    await stage.app.stop()
    await stage.sandbox.close()
    const dataDir = await mkdtemp(join(tmpdir(), 'sandbox-web-'))
    await stage.restart({ dataDir })
    const page = await stage.visit('tanaka')
    await composer(page).waitFor()
    const { port } = stage.sandbox
    await stage.sandbox.close()
    await page.getByText('接続が切れました').waitFor()
    await stage.restart({ port, dataDir })
    await stage.act({ as: 'sato', do: 'post', channel: '#general', text: 'まだ見えますか' })
    await page.getByText('まだ見えますか').waitFor()
    await page.getByText('接続が切れました').waitFor({ state: 'detached' })
    // The browser itself writes down that it could not connect.
    stage.complaints.splice(0)
    await rm(dataDir, { recursive: true })
  })

  it('what only one person may see is seen by that person only', async () => {
    const state = await stage.state()
    const channel = state.channels.find((one) => one.name === 'general')?.id
    await stage.call('chat.postEphemeral', { channel, user: 'U0TANAKA', text: 'そっとお知らせ' })
    const page = await stage.visit('tanaka')
    const message = page.getByRole('article').filter({ hasText: 'そっとお知らせ' })
    await message.getByText('あなただけに表示されています').waitFor()
    const other = await stage.visit('sato')
    await composer(other).waitFor()
    expect(await other.getByText('そっとお知らせ').count()).toBe(0)
  })
})

describe('on a phone', () => {
  const phone = { viewport: { width: 390, height: 800 }, hasTouch: true, colorScheme: 'dark' as const }

  it('the sidebar is a drawer, the thread fills the window, nothing sticks out', async () => {
    const page = await stage.visit('tanaka', '/c/general', phone)
    const { ts } = await stage.act({ as: 'sato', do: 'post', channel: '#general', text: '親' })
    await stage.act({ as: 'sato', do: 'post', channel: '#general', thread_ts: ts, text: '子' })
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
