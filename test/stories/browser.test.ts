import { expect, test } from 'vitest'
import { composer, onPage, setViewers } from './browser.ts'
import { inSlot, slotOf, words } from './sights.ts'
import { setStage } from './stage.ts'

const minute = 60_000

const stage = setStage('PGlite', {}, () => new Date())
const viewers = setViewers(stage)

test('from the mention to the archive, in Japanese: one declares, another leads, a third reads along', async () => {
  const { channels } = await stage.state()
  const idOf = (name: string) => channels.find((each) => each.name === name)?.id
  const before = new Set(channels.map((each) => each.id))

  const yamamoto = await viewers.visit('yamamoto', `/c/${idOf('customer-support')}`)
  await composer(yamamoto).fill('@sssbot 「ログインできない」というお問い合わせが増えています')
  await composer(yamamoto).press('Enter')
  const invitation = await onPage(stage, yamamoto, 'customer-support', 'invitation')
  await viewers.picture(yamamoto, 'ja-1-invitation')
  await invitation.getByRole('button', { name: /インシデントを宣言する/ }).click()
  const form = yamamoto.getByRole('dialog', { name: 'インシデントを宣言する' })
  await viewers.picture(yamamoto, 'ja-2-form')
  await form.getByRole('combobox', { name: 'サービス' }).click()
  await yamamoto.getByRole('option', { name: 'サービスA' }).click()
  await form.getByRole('textbox', { name: '何が起きていますか' }).fill('14時ごろからログインできないお客様が増えている')
  await form.getByRole('button', { name: '宣言する' }).click()
  const receipt = yamamoto.getByRole('dialog', { name: '宣言しました' })
  await receipt.getByText(/を作りました/).waitFor()
  await viewers.picture(yamamoto, 'ja-3-receipt')
  await receipt.getByRole('link').click()
  await receipt.waitFor({ state: 'detached' })
  await stage.quiet()
  const made = (await stage.state()).channels.find((each) => !before.has(each.id) && !each.is_im)
  const name = made?.name ?? ''
  await yamamoto.getByRole('heading', { name, exact: true }).waitFor()

  await stage.pass(3 * minute)
  const sato = await viewers.visit('sato', `/c/${made?.id}`)
  await viewers.picture(sato, 'ja-4-channel')
  const card = await onPage(stage, sato, name, 'card')
  await card.getByRole('button', { name: /ハンドラーになる/ }).click()
  await card.getByRole('button', { name: 'レベルを決める' }).click()
  const level = sato.getByRole('dialog', { name: 'レベルを決める' })
  await level.getByRole('combobox', { name: '事象レベル' }).click()
  await viewers.picture(sato, 'ja-5-level')
  await sato.getByRole('option', { name: /レベル4/ }).click()
  await level.getByRole('button', { name: '決める' }).click()
  await level.waitFor({ state: 'detached' })
  await stage.pass(15 * minute)
  const checkpoint = await onPage(stage, sato, name, 'checkpoint:1')
  await checkpoint.getByRole('combobox').click()
  await viewers.picture(sato, 'ja-6-checkpoint')
  await sato.getByRole('option', { name: '概要・影響を直す' }).click()
  const summary = sato.getByRole('dialog', { name: '概要・影響を直す' })
  await summary
    .getByRole('textbox', { name: 'お客様への影響' })
    .fill('一部のお客様がログインできず、注文の確認ができない')
  await summary.getByRole('button', { name: '直す' }).click()
  await summary.waitFor({ state: 'detached' })
  await stage.quiet()
  await viewers.picture(sato, 'ja-7-responding')
  await card.getByRole('button', { name: '状況を更新する' }).click()
  const update = sato.getByRole('dialog', { name: '状況を更新する' })
  await update.getByRole('textbox', { name: '現状' }).fill('DB の接続数が上限に達している')
  await update.getByRole('textbox', { name: '対応' }).fill('設定を戻し、順に再起動している')
  await viewers.picture(sato, 'ja-7-update')
  await update.getByRole('button', { name: '更新する' }).click()
  await update.waitFor({ state: 'detached' })
  await stage.quiet()
  await viewers.picture(sato, 'ja-7-updated')

  const yoshida = await viewers.visit('yoshida', `/c/${idOf('executives')}`)
  await yoshida.getByText('インシデントの対応を始めました').waitFor()
  await viewers.picture(yoshida, 'ja-8-executives')
  const nakamura = await viewers.visit('nakamura', `/c/${idOf('incidents')}`)

  await card.getByRole('button', { name: '復旧を宣言する' }).click()
  const recover = sato.getByRole('dialog', { name: '復旧を宣言する' })
  await recover.getByRole('radio', { name: /暫定/ }).check()
  await viewers.picture(sato, 'ja-9-recover')
  await recover.getByRole('button', { name: '復旧を宣言' }).click()
  await recover.waitFor({ state: 'detached' })
  await card.getByRole('button', { name: '完了にする' }).click()
  const complete = sato.getByRole('dialog', { name: '完了にする' })
  await complete.getByRole('textbox', { name: /残してよい理由/ }).fill('恒久対応は来週の計画で行う')
  await viewers.picture(sato, 'ja-10-complete')
  await complete.getByRole('button', { name: '完了にする' }).click()
  await complete.waitFor({ state: 'detached' })
  await card.getByRole('button', { name: '再開する' }).waitFor()
  await viewers.picture(sato, 'ja-11-completed')
  await card.scrollIntoViewIfNeeded()
  await viewers.picture(sato, 'ja-12-card-at-the-end')

  await sato.getByRole('button', { name: 'チャンネルのメニュー' }).click()
  await sato.getByRole('menuitem', { name: 'アーカイブ' }).click()
  await sato.getByRole('dialog').getByRole('button', { name: 'アーカイブ' }).click()
  await nakamura.getByText('チャンネルがアーカイブされました').waitFor()
  await stage.quiet()
  await viewers.picture(nakamura, 'ja-13-incidents')
  const direct = (await stage.state()).channels.find((each) => each.is_im && each.members.includes('U0SATO'))
  await viewers.picture(await viewers.visit('sato', `/c/${direct?.id}`), 'ja-14-guidance')
  const news = (await stage.channel('incidents')).messages.flatMap((each) => slotOf(each) ?? [])
  expect(news.map((each) => each.split(':').slice(0, 2).join(':'))).toEqual([
    `broadcast:${idOf('incidents')}`,
    'announce:incident.level_set',
    'announce:incident.summary_edited',
    'announce:updates.posted',
    'announce:incident.recovered',
    'announce:incident.completed',
    'announce:channel.archived',
  ])
  expect(words(inSlot(await stage.channel('incidents'), 'broadcast'))).toContain('対応が完了しました')
}, 180_000)

test('on a telephone, in English: declared by the command, taken and recovered', async () => {
  const { channels } = await stage.state()
  const before = new Set(channels.map((each) => each.id))
  const general = channels.find((each) => each.name === 'general')?.id
  const telephone = { viewport: { width: 390, height: 844 }, locale: 'en-US', hasTouch: true }
  const alice = await viewers.visit('alice', `/c/${general}`, telephone)
  await composer(alice).fill('/incident sign-in fails for many customers')
  await composer(alice).press('Enter')
  const form = alice.getByRole('dialog', { name: 'Declare an incident' })
  await form.getByRole('combobox', { name: 'Service' }).click()
  await alice.getByRole('option', { name: 'Service A' }).click()
  await viewers.picture(alice, 'en-1-form')
  await form.getByRole('button', { name: 'Declare', exact: true }).click()
  const receipt = alice.getByRole('dialog', { name: 'Declared' })
  await receipt.getByText(/is ready/).waitFor()
  await viewers.picture(alice, 'en-2-receipt')
  await receipt.getByRole('link').click()
  await receipt.waitFor({ state: 'detached' })
  await stage.quiet()
  const name = (await stage.state()).channels.find((each) => !before.has(each.id) && !each.is_im)?.name ?? ''
  const card = await onPage(stage, alice, name, 'card')
  await viewers.picture(alice, 'en-3-card')
  await card.getByRole('button').first().click()
  await stage.until(async () =>
    (await stage.channel(name)).messages.find((each) => slotOf(each)?.startsWith('announce')),
  )
  await stage.quiet()
  await viewers.picture(alice, 'en-4-taken')
  expect(words(inSlot(await stage.channel(name), 'card'))).toContain('<@U0ALICE>')
}, 120_000)
