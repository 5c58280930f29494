import { expect } from 'vitest'
import { incidentIn } from './conversation.ts'
import { signsIn, visitor } from './dashboard-visitor.ts'
import { setStage } from './stage.ts'
import { forEachDatabase, test } from './telling.ts'

forEachDatabase((database) => {
  const stage = setStage(database)
  const signedIn = async (handle: string) => {
    const browser = visitor(() => stage.bot.app.url)
    await signsIn(browser, handle)
    return browser
  }

  test('all that an incident is about comes in one answer, with what whoever asks may do', async () => {
    await stage.bot.configure({ access: { responders: ['@service-a'] } })
    const channel = await stage.as('tanaka').declares({ summary: '決済が遅い' })
    const id = await incidentIn(stage, channel)
    await stage.as('sato').takesNextStep(channel)
    await stage.as('sato').does(channel, 'set-level', { level: 'level3', reason: '注文の2割' })
    await stage.as('sato').does(channel, 'update', { condition: '調べています', next_minutes: '30' })
    await stage.as('sato').does(channel, 'add-todo', { text: '設定を戻す', owner: 'U0ALICE' })
    const [sato, suzuki] = [await signedIn('sato'), await signedIn('suzuki')]
    const detail = JSON.parse((await sato.get(`/api/v1/incidents/${id}/detail`)).text)
    expect(detail).toMatchObject({
      incident: { id, handler: 'U0SATO' },
      declared_by: { id: 'U0TANAKA', name: '田中 美咲' },
      roles: [{ person: { name: '佐藤 健' } }],
      levels: [{ from: null, to: 'level3', reason: '注文の2割', by: '佐藤 健' }],
      updates: [{ condition: '調べています' }],
      todos: [{ words: '設定を戻す', owner: { name: 'Alice Martin' }, state: 'open' }],
      can: { respond: true },
    })
    const theirs = JSON.parse((await suzuki.get(`/api/v1/incidents/${id}/detail`)).text)
    expect(theirs.can).toEqual({ respond: false })
  })

  test('the postmortem is answered as JSON, and as Markdown to who asks for that; of a private one neither', async () => {
    const id = await incidentIn(stage, await stage.as('kobayashi').declares({ visibility: 'private' }))
    const [kobayashi, suzuki] = [await signedIn('kobayashi'), await signedIn('suzuki')]
    const { markdown } = JSON.parse((await kobayashi.get(`/api/v1/incidents/${id}/postmortem`)).text)
    const plain = await kobayashi.get(`/api/v1/incidents/${id}/postmortem`, { accept: 'text/markdown' })
    expect([plain.headers.get('content-type'), plain.text]).toEqual(['text/markdown; charset=utf-8', markdown])
    for (const look of ['detail', 'postmortem', 'timeline']) {
      const [hidden, missing] = [
        await suzuki.get(`/api/v1/incidents/${id}/${look}`),
        await suzuki.get(`/api/v1/incidents/inc_x/${look}`),
      ]
      expect([hidden.status, hidden.text]).toEqual([404, missing.text])
    }
  })

  test('the home tab leads to the dashboard', async () => {
    await stage.as('sato').do({ do: 'open_home' })
    await stage.quiet()
    const home = await stage.until(async () => (await stage.state()).homes.U0SATO)
    expect(JSON.stringify(home)).toContain(`<${stage.bot.app.url}/|ダッシュボードで見る>`)
  })
})
