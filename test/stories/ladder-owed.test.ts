import { expect, test } from 'vitest'
import { forEachDatabase } from '../harness/database.ts'
import { words } from './sights.ts'
import { setStage } from './stage.ts'

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
