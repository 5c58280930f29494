import { expect } from 'vitest'
import { incidentIn } from './conversation.ts'
import { signsIn, visitor } from './dashboard-visitor.ts'
import { setStage } from './stage.ts'
import { forEachDatabase, test } from './telling.ts'

type Part = { is: string; id?: string; initial?: unknown; words?: string; options?: { value: string }[] }

forEachDatabase((database) => {
  const stage = setStage(database)
  const signedIn = async (handle: string) => {
    const browser = visitor(() => stage.bot.app.url)
    await signsIn(browser, handle)
    const asks = async (path: string) => JSON.parse((await browser.get(`/api/v1/incidents/${path}`)).text)
    const formOf = async (id: string, verb: string, argument?: string) =>
      (await asks(`${id}/commands/${verb}${argument ? `?argument=${encodeURIComponent(argument)}` : ''}`)).form
    const sends = async (id: string, verb: string, body: object) => {
      const headers = { origin: stage.bot.app.url }
      const { status, text } = await browser.send('POST', `/api/v1/incidents/${id}/commands/${verb}`, body, headers)
      return { status, ...JSON.parse(text) }
    }
    return { browser, asks, formOf, sends }
  }
  const field = (form: { parts: Part[] }, id: string) => form.parts.find((part) => part.id === id)

  test('what Slack’s menu offers is a form on the page, and what two write at once is told to the second', async () => {
    const channel = await stage.as('tanaka').declares({ summary: '決済が遅い' })
    const id = await incidentIn(stage, channel)
    const [sato, alice] = [await signedIn('sato'), await signedIn('alice')]
    const { commands } = await sato.asks(`${id}/commands`)
    const verbs = commands.map(({ verb }: { verb: string }) => verb)
    expect(verbs).toEqual(expect.arrayContaining(['take-handler', 'update', 'edit-summary', 'edit-times', 'recover']))
    expect(verbs).not.toContain('link-channel')
    expect(verbs).not.toContain('timeline')

    expect(await sato.sends(id, 'take-handler', {})).toMatchObject({ status: 200 })
    const [his, hers] = [await sato.formOf(id, 'edit-summary'), await alice.formOf(id, 'edit-summary')]
    expect(field(his, 'summary')?.initial).toBe('決済が遅い')
    const first = await sato.sends(id, 'edit-summary', {
      seen: his.seen,
      values: { summary: '決済が失敗する', impact: '注文の2割' },
    })
    expect(first.status).toBe(200)
    const second = await alice.sends(id, 'edit-summary', {
      seen: hers.seen,
      values: { summary: 'Checkout fails', impact: null },
    })
    expect(second).toMatchObject({ status: 409, code: 'changed-meanwhile' })
    const anew = await alice.formOf(id, 'edit-summary')
    expect(field(anew, 'summary')?.initial).toBe('決済が失敗する')
    const third = await alice.sends(id, 'edit-summary', {
      seen: anew.seen,
      values: { summary: 'Checkout fails', impact: '注文の2割' },
    })
    expect(third.status).toBe(200)
    await stage.quiet()
    // Whoever is in Slack sees it: it is the same verb.
    expect(JSON.stringify(await stage.channel(channel))).toContain('Checkout fails')
    const [last] = await stage.bot.app.world.db.read
      .selectFrom('facts')
      .select(['actor_id', 'through'])
      .where('type', '=', 'incident.summary_edited')
      .orderBy('seq', 'desc')
      .execute()
    expect(last).toMatchObject({ actor_id: 'U0ALICE', through: { session: expect.stringMatching(/^ses_/) } })
  })

  test('before anything is broadcast the form says what goes where; people are named by their handles', async () => {
    const channel = await stage.as('tanaka').declares({ summary: '決済が遅い' })
    const id = await incidentIn(stage, channel)
    const sato = await signedIn('sato')
    await sato.sends(id, 'take-handler', {})
    await stage.quiet()
    const form = await sato.formOf(id, 'recover')
    const said = form.parts.flatMap((part: Part) => part.words ?? []).join('\n')
    expect(said).toContain('#incidents')
    expect(said).not.toMatch(/[*<]/)
    expect(field(form, 'postmortem_owner')?.initial).toBe('sato')
    const people = JSON.parse((await sato.browser.get('/api/v1/people?q=ali')).text).people
    expect(people).toEqual([{ handle: 'alice', name: 'Alice Martin' }])
    const moment = field(form, 'recovered_at')?.initial
    const odd = await sato.sends(id, 'recover', {
      values: { recovered_at: moment },
      people: { postmortem_owner: '@nobody-there' },
    })
    expect(odd).toMatchObject({ status: 422, field: 'postmortem_owner' })
    const done = await sato.sends(id, 'recover', {
      values: { recovered_at: moment, permanence: 'permanent' },
      people: { postmortem_owner: '@alice' },
    })
    expect(done.status).toBe(200)
    const { postmortem } = await sato.asks(`${id}/detail`)
    expect(postmortem.owner.id).toBe('U0ALICE')
    const gaps = await sato.formOf(id, 'write-section', 'gaps')
    expect(gaps.parts.filter((part: Part) => part.id).length).toBe(postmortem.gaps)
    const written = gaps.parts.find((part: Part) => part.is === 'words')
    const filled = await sato.sends(id, 'write-section', {
      argument: gaps.argument,
      values: { [written.id]: '設定の変更を確かめずに出した' },
    })
    expect(filled.status).toBe(200)
    expect((await sato.asks(`${id}/detail`)).postmortem.gaps).toBe(postmortem.gaps - 1)
  })

  test('a row of the timeline is put right on the page, and only by who may; a guest finds nobody’s name', async () => {
    await stage.bot.configure({ access: { responders: ['@service-a'] } })
    const channel = await stage.as('tanaka').declares({ summary: '決済が遅い' })
    const id = await incidentIn(stage, channel)
    const [sato, suzuki, mori] = [await signedIn('sato'), await signedIn('suzuki'), await signedIn('guest-mori')]
    const { entries } = await sato.asks(`${id}/timeline`)
    const form = await sato.formOf(id, 'edit-entry', entries[0].id)
    const values = { at: field(form, 'at')?.initial, words: '10時に気づいた', shown: 'shown', reason: '監視の記録から' }
    const sent = { argument: form.argument, seen: form.seen, values }
    expect(await suzuki.sends(id, 'edit-entry', sent)).toMatchObject({ status: 403, code: 'not-allowed' })
    expect(await sato.sends(id, 'edit-entry', sent)).toMatchObject({ status: 200 })
    expect(await sato.sends(id, 'edit-entry', { ...sent, values: { ...values, words: 'x' } })).toMatchObject({
      status: 409,
    })
    expect((await sato.asks(`${id}/timeline`)).entries[0].words).toBe('10時に気づいた')
    expect(JSON.parse((await mori.browser.get('/api/v1/people?q=a')).text).people).toEqual([])
    expect((await mori.browser.get(`/api/v1/incidents/${id}/commands`)).status).toBe(404)
  })
})
