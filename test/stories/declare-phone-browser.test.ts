import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { composer, onPage, setViewers } from './browser.ts'
import { setStage } from './stage.ts'

/** From the mention to people in the channel, by what one sees on a telephone: at most so many clicks after the mention. */
const mostClicks = 5
const telephone = { viewport: { width: 390, height: 844 }, hasTouch: true }

const stage = setStage('PGlite', {}, () => new Date())
const viewers = setViewers(stage)

const languages = [
  {
    locale: 'ja-JP',
    handle: 'yamamoto',
    said: '@sssbot ログインできないという問い合わせが増えています',
    declare: /インシデントを宣言する/,
    form: 'インシデントを宣言する',
    service: 'サービス',
    chosen: 'サービスA',
    happening: '何が起きていますか',
    happens: 'ログインできないお客様が増えている',
    readers: /公開です。ここに流れます/,
    submit: '宣言する',
    receipt: '宣言しました',
  },
  {
    locale: 'en-US',
    handle: 'alice',
    said: '@sssbot more and more customers cannot sign in',
    // The channel reads Japanese; the form is the person's.
    declare: /インシデントを宣言する/,
    form: 'Declare an incident',
    service: 'Service',
    chosen: 'Service A',
    happening: 'What is happening?',
    happens: 'more and more customers cannot sign in',
    readers: /Public. It will be posted in/,
    submit: 'Declare',
    receipt: 'Declared',
  },
] as const

/** Whether all of it is on the screen, as it stands, without scrolling. */
const isOnScreen = async (page: Page, what: Locator): Promise<boolean> => {
  const box = await what.boundingBox()
  const { height = 0 } = page.viewportSize() ?? {}
  return box !== null && box.y >= 0 && box.y + box.height <= height
}

test.each(languages)(
  'on a telephone ($locale): five clicks from the mention to people in the channel, and the first screen asks and tells enough',
  async (it) => {
    const general = (await stage.state()).channels.find((each) => each.name === 'general')?.id
    const page = await viewers.visit(it.handle, `/c/${general}`, { ...telephone, locale: it.locale })
    await composer(page).fill(it.said)
    await composer(page).press('Enter')
    const before = new Set((await stage.state()).channels.map((each) => each.id))
    let clicks = 0
    const click = async (what: Locator) => {
      clicks += 1
      await what.click()
    }

    const invitation = await onPage(stage, page, 'general', 'invitation')
    await click(invitation.getByRole('button', { name: it.declare }))
    const form = page.getByRole('dialog', { name: it.form })
    const service = form.getByRole('combobox', { name: it.service })
    await click(service)
    await click(page.getByRole('option', { name: it.chosen }))
    // Who will read it follows the service; the one thing to write is what is happening.
    const happening = form.getByRole('textbox', { name: it.happening })
    await happening.fill(it.happens)
    const readers = form.getByText(it.readers)
    await readers.waitFor()
    await viewers.picture(page, `phone-first-screen-${it.locale}`)
    for (const [name, each] of Object.entries({ service, happening, readers }))
      expect(await isOnScreen(page, each), `${name} is on the first screen`).toBe(true)

    await click(form.getByRole('button', { name: it.submit, exact: true }))
    const receipt = page.getByRole('dialog', { name: it.receipt })
    await click(receipt.getByRole('link'))
    await stage.quiet()
    const made = (await stage.state()).channels.find((each) => !before.has(each.id) && !each.is_im)
    await page.getByRole('heading', { name: made?.name ?? '', exact: true }).waitFor()
    expect(made?.members.length).toBeGreaterThanOrEqual(4)
    expect(clicks).toBeLessThanOrEqual(mostClicks)
    await viewers.picture(page, `phone-channel-${it.locale}`)
  },
  180_000,
)
