import { sql } from 'kysely'
import { expect } from 'vitest'
import { signsIn, visitor } from './dashboard-visitor.ts'
import { setStage } from './stage.ts'
import { everywhere, forEachDatabase } from './telling.ts'

/** More than are in hand and in line at once. */
const rush = 480

forEachDatabase((database) => {
  const stage = setStage(database)

  everywhere('of a rush on the dashboard some are asked to come again, and a declaration goes through', async () => {
    const browser = visitor(() => stage.bot.app.url)
    await signsIn(browser, 'sato')
    // Nothing can be read until somebody has been turned away: how fast the machine is does not matter.
    const looks = await stage.bot.app.world.db.transaction(async (tx) => {
      await sql`lock table incidents in access exclusive mode`.execute(tx)
      const sent = Array.from({ length: rush }, () =>
        browser.get('/api/v1/incidents?status=all', { 'accept-language': 'ja' }),
      )
      await Promise.any(sent.map(async (look) => expect((await look).status).toBe(503)))
      return sent
    })
    const channel = await stage.as('tanaka').declares({ summary: '画面が白い' })
    const answers = await Promise.all(looks)
    const busy = answers.filter(({ status }) => status === 503)
    expect(answers.filter(({ status }) => status === 200).length + busy.length).toBe(rush)
    expect(busy.length).toBeGreaterThan(0)
    const [turnedAway] = busy
    expect(turnedAway?.headers.get('retry-after')).toBe('1')
    expect(JSON.parse(turnedAway?.text ?? '{}')).toMatchObject({
      code: 'busy',
      detail: expect.stringContaining('混み合っています'),
    })
    const { text } = await browser.get('/api/v1/incidents?status=all')
    expect(text).toContain(channel)
  })
})
