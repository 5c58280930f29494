import { afterEach, expect } from 'vitest'
import { overrideTexts } from '../../src/kit/i18n/index.ts'
import { signsIn, visitor } from './dashboard-visitor.ts'
import { setStage } from './stage.ts'
import { onDatabase, test } from './telling.ts'

onDatabase('PostgreSQL', () => {
  const stage = setStage('PostgreSQL')
  afterEach(() => overrideTexts({}))

  test('whoever is signed in sees every message and form as it looks here; nobody else does', async () => {
    const stranger = visitor(() => stage.bot.app.url)
    expect((await stranger.get('/api/v1/gallery')).status).toBe(401)
    const suzuki = visitor(() => stage.bot.app.url)
    await signsIn(suzuki, 'suzuki')
    const shown = async (part: string) => JSON.parse((await suzuki.get(`/api/v1/gallery?part=${part}`)).text)
    const { parts, samples } = await shown('crew')
    expect(parts).toEqual(expect.arrayContaining(['card', 'crew', 'declaration', 'broadcast', 'home']))
    const nudge = (among: readonly { name: string }[]) => among.find(({ name }) => name === 'crew/nudge/first')
    expect(nudge(samples)).toMatchObject({ to: 'channel' })
    expect(JSON.stringify(nudge(samples))).toContain('ハンドラーになる')
    expect(JSON.stringify(nudge(samples))).toContain('Become handler')
    expect((await shown('nothing')).samples).toEqual([])
    // Every part draws: what none of them can draw would be a hole.
    for (const part of parts)
      for (const { name, ja } of (await shown(part)).samples) expect([name, ja.parts.length > 0]).toEqual([name, true])

    overrideTexts({ 'commands.assemble.label.take-handler': { ja: '指揮を執る' } })
    expect(JSON.stringify(nudge((await shown('crew')).samples))).toContain('指揮を執る')
  })
})
