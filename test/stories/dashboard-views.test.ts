import { expect } from 'vitest'
import { signsIn, visitor } from './dashboard-visitor.ts'
import { setStage } from './stage.ts'
import { forEachDatabase, test } from './telling.ts'

forEachDatabase((database) => {
  const stage = setStage(database)
  const signedIn = async (handle: string) => {
    const browser = visitor(() => stage.bot.app.url)
    await signsIn(browser, handle)
    const sends = (method: string, path: string, body?: object) =>
      browser.send(method, `/api/v1${path}`, body, { origin: stage.bot.app.url })
    const views = async (): Promise<{ id: string; name: string; query: string; can_remove: boolean }[]> =>
      JSON.parse((await sends('GET', '/views')).text).views
    return { sends, views }
  }

  test('a view is saved for oneself or for everybody, and removed by whose it is or who manages', async () => {
    await stage.bot.configure({ access: { responders: ['@sato', '@alice'], managers: ['@watanabe'] } })
    const [sato, alice, suzuki] = [await signedIn('sato'), await signedIn('alice'), await signedIn('suzuki')]
    const mine = { name: '決済の重いもの', query: '?service=a&level=level4,level5&columns=declared,status' }
    expect((await sato.sends('POST', '/views', mine)).status).toBe(201)
    // Two under one name could not be told apart.
    const again = await sato.sends('POST', '/views', { name: ` ${mine.name} `, query: 'status=open' })
    expect(again.status).toBe(422)
    expect(JSON.parse(again.text)).toMatchObject({ code: 'view-name-taken', field: 'name' })
    const all = { name: 'Everything open', query: 'status=open', shared: true }
    expect((await sato.sends('POST', '/views', all)).status).toBe(201)
    expect((await suzuki.sends('POST', '/views', all)).status).toBe(403)
    expect((await suzuki.sends('POST', '/views', { ...all, shared: false })).status).toBe(201)
    expect((await sato.views()).map(({ name }) => name).toSorted()).toEqual([all.name, mine.name])
    expect((await sato.views()).map(({ query }) => query)).toContain(
      'service=a&level=level4%2Clevel5&columns=declared%2Cstatus',
    )
    const [shared] = await alice.views()
    expect(shared).toMatchObject({ name: all.name, can_remove: false })
    const own = (await sato.views()).find(({ name }) => name === mine.name)
    expect((await alice.sends('DELETE', `/views/${shared?.id}`)).status).toBe(404)
    expect((await alice.sends('DELETE', `/views/${own?.id}`)).status).toBe(404)
    const watanabe = await signedIn('watanabe')
    expect((await watanabe.sends('DELETE', `/views/${own?.id}`)).status).toBe(404)
    expect((await watanabe.sends('DELETE', `/views/${shared?.id}`)).status).toBe(204)
    expect((await sato.sends('DELETE', `/views/${own?.id}`)).status).toBe(204)
    expect(await sato.views()).toEqual([])
    for (let n = 0; n < 50; n++) await sato.sends('POST', '/views', { name: `${n}`, query: '' })
    expect(JSON.parse((await sato.sends('POST', '/views', mine)).text).code).toBe('views-full')
  })
})
