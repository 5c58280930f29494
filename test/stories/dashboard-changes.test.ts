import { expect } from 'vitest'
import { incidentIn } from './conversation.ts'
import { signsIn, visitor } from './dashboard-visitor.ts'
import { inSlot, words } from './sights.ts'
import { setStage } from './stage.ts'
import { forEachDatabase, test } from './telling.ts'

type Turn = { what: string; from: string | null; to: string | null }
type Change = {
  id: string
  type: string
  who: string | null
  door: string
  turns: Turn[]
  reason: string | null
  can_undo: boolean
}

forEachDatabase((database) => {
  const stage = setStage(database)
  const signedIn = async (handle: string) => {
    const browser = visitor(() => stage.bot.app.url)
    await signsIn(browser, handle)
    const changes = async (id: string, query = ''): Promise<{ changes: Change[]; next: number | null }> =>
      JSON.parse((await browser.get(`/api/v1/incidents/${id}/changes${query}`)).text)
    const sends = (path: string, body: object, method = 'POST') =>
      browser.send(method, `/api/v1/incidents/${path}`, body, { origin: stage.bot.app.url })
    const undoes = (id: string, change: string | undefined) => sends(`${id}/changes/${change}/undo`, {})
    return { browser, changes, sends, undoes }
  }

  test('who changed what, when, from what, why and through which door is on record, and is taken back by another change', async () => {
    const channel = await stage.as('tanaka').declares({ summary: '決済が遅い' })
    const id = await incidentIn(stage, channel)
    await stage.as('sato').does(channel, 'edit-summary', { summary: '決済が失敗する', impact: '注文の2割' })
    const alice = await signedIn('alice')
    await alice.sends(`${id}/edit-times`, { detected_at: '2026-11-23T04:50:00Z', reason: 'from the monitoring' })
    const note = await alice.sends(`${id}/timeline`, { words: 'The vendor called' })
    const entry = JSON.parse(note.text).id
    await alice.sends(`${id}/timeline/${entry}`, { words: 'The vendor wrote', reason: 'it was a mail' }, 'PATCH')
    await stage.quiet()

    const { changes } = await alice.changes(id)
    const of = (type: string) => changes.find((each) => each.type === type)
    expect(of('incident.summary_edited')).toMatchObject({
      who: '佐藤 健',
      door: 'slack',
      turns: [
        { from: '決済が遅い', to: '決済が失敗する' },
        { from: null, to: '注文の2割' },
      ],
      can_undo: true,
    })
    expect(of('incident.times_edited')).toMatchObject({
      who: 'Alice Martin',
      door: 'dashboard',
      turns: [{ what: 'Detected', from: null }],
      reason: 'from the monitoring',
      can_undo: true,
    })
    expect(of('record.entry_edited')).toMatchObject({
      turns: [{ what: 'Words', from: 'The vendor called', to: 'The vendor wrote' }],
      reason: 'it was a mail',
    })
    expect(of('incident.declared')).toMatchObject({ can_undo: false })

    for (const type of ['incident.summary_edited', 'incident.times_edited', 'record.entry_edited'])
      expect([type, (await alice.undoes(id, of(type)?.id)).status]).toEqual([type, 204])
    await stage.quiet()
    const detail = JSON.parse((await alice.browser.get(`/api/v1/incidents/${id}/detail`)).text)
    expect(detail.incident).toMatchObject({ summary: '決済が遅い', impact: null, detected_at: null })
    // Whoever is in Slack sees it.
    expect(words(inSlot(await stage.channel(channel), 'card'))).toContain('決済が遅い')
    const anew = (await alice.changes(id)).changes
    expect(anew.slice(0, 3).map(({ type }) => type)).toEqual([
      'record.entry_edited',
      'incident.times_edited',
      'incident.summary_edited',
    ])
    expect(anew[1]).toMatchObject({ reason: expect.stringContaining('Undid the change of'), can_undo: true })
    // What was taken back no longer stands.
    expect(JSON.parse((await alice.undoes(id, of('incident.summary_edited')?.id)).text)).toMatchObject({
      status: 409,
      code: 'changed-meanwhile',
    })
    expect((await alice.undoes(id, of('incident.declared')?.id)).status).toBe(404)
  })

  test('it comes in pages, and only to who may know and may act', async () => {
    await stage.bot.configure({ access: { responders: ['@service-a'] } })
    const id = await incidentIn(stage, await stage.as('sato').declares({ summary: '決済が遅い' }))
    const [sato, suzuki, mori] = [await signedIn('sato'), await signedIn('suzuki'), await signedIn('guest-mori')]
    for (const n of [1, 2, 3]) await sato.sends(`${id}/edit-summary`, { summary: `決済が遅い ${n}` })
    const all = (await sato.changes(id)).changes.map((each) => each.id)
    const paged: string[] = []
    for (let cursor = ''; paged.length < all.length; ) {
      const { changes, next } = await sato.changes(id, `?limit=2${cursor}`)
      paged.push(...changes.map((each) => each.id))
      cursor = `&cursor=${next}`
    }
    expect(paged).toEqual(all)
    const [first] = (await suzuki.changes(id)).changes
    expect(first).toMatchObject({ type: 'incident.summary_edited', can_undo: false })
    expect((await suzuki.undoes(id, first?.id)).status).toBe(403)
    expect((await mori.undoes(id, first?.id)).status).toBe(404)
    const other = await incidentIn(stage, await stage.as('tanaka').declares({ summary: '別の話' }))
    expect((await sato.undoes(other, first?.id)).status).toBe(404)
  })
})
