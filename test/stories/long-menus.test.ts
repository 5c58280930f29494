import { expect } from 'vitest'
import { inSlot, words } from './sights.ts'
import { setStage } from './stage.ts'
import { forEachDatabase, test } from './telling.ts'

const names = Array.from({ length: 152 }, (_, n) => `s${String(n).padStart(3, '0')}`)
const settings = {
  services: Object.fromEntries(names.map((key, n) => [key, { name: { ja: `サービス ${n}`, en: `Service ${n}` } }])),
}

forEachDatabase((database) => {
  const stage = setStage(database, settings)

  test('the last of 152 services can be chosen: more than a menu takes are searched', async () => {
    const tanaka = stage.as('tanaka')
    await tanaka.do({ do: 'shortcut', callback_id: 'incident.declare.shortcut' })
    const view = await tanaka.form()
    expect(JSON.stringify(view.blocks)).toContain('external_select')
    const name = await tanaka.declares({ service: 's151' })
    expect(words(inSlot(await stage.channel(name), 'card'))).toContain('サービス 151')
  })
})
