import { expect } from 'vitest'
import { inSlot, words } from './sights.ts'
import { setStage } from './stage.ts'
import { forEachDatabase, test } from './telling.ts'

forEachDatabase((database) => {
  const stage = setStage(database)
  const tanaka = () => stage.as('tanaka')

  test('where nothing is owed, 復旧 names no writer beforehand, and 完了 asks for none', async () => {
    const name = await tanaka().declares({ kind: 'drill' })
    await tanaka().takesNextStep(name)
    await stage.quiet()
    await tanaka().chooses(name, 'recover')
    expect(JSON.stringify(await tanaka().form())).not.toMatch(/initial_user|initial_date"/)
    await tanaka().sends()
    await stage.quiet()
    await tanaka().chooses(name, 'complete')
    const form = words(await tanaka().form())
    expect(form).toContain('事象レベルが未定')
    expect(form).not.toContain('ポストモーテム')
  })
})

forEachDatabase((database) => {
  const stage = setStage(database)
  const tanaka = () => stage.as('tanaka')

  test('完了 shows what goes on after it, and the overview tells all that was settled, by whom and why', async () => {
    const name = await tanaka().declares()
    await tanaka().does(name, 'set-level', { level: 'level5' })
    await tanaka().does(name, 'recover', { postmortem_owner: 'U0SATO', postmortem_due: '2026-11-30' })
    expect(words(inSlot(await stage.channel(name), 'card'))).toContain('レビュー会は未定')
    await tanaka().does(name, 'postpone-postmortem', { due: '2026-12-04', reason: '恒久対応を見てから' })
    await tanaka().chooses(name, 'complete')
    const form = words(await tanaka().form())
    expect(form).toContain('完了の前に片付けることはありません')
    expect(form).toMatch(/完了のあとに残るもの.*ポストモーテムがまだ公開されていない、レビュー会がまだ/)
    expect((await tanaka().sends()).errors).toEqual({})
    await stage.quiet()
    await tanaka().chooses(name, 'ladder')
    const overview = words(await tanaka().form())
    expect(overview).toContain('書く人: 佐藤 健 ｜ 期限: 12/4（金）')
    expect(overview).toContain('田中 美咲: 期限を 11/30（月） から 12/4（金） に動かした（理由: 恒久対応を見てから）')
  })
})

forEachDatabase((database) => {
  const stage = setStage(database, { postmortem: { before_complete: 'published' } })

  test('where the company wants it published before 完了, it is completed so, or with a reason', async () => {
    const tanaka = stage.as('tanaka')
    const name = await tanaka.declares()
    await tanaka.does(name, 'set-level', { level: 'level4' })
    await tanaka.does(name, 'recover', { postmortem_owner: 'U0SATO' })
    expect(await tanaka.does(name, 'complete')).toEqual({ waivers: expect.stringContaining('まだ 2 件残っています') })
    await tanaka.does(name, 'waive-postmortem', { reason: '先月のものに追記した' })
    expect(await tanaka.does(name, 'complete')).toEqual({})
  })
})
