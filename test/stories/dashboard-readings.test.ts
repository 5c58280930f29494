import { expect } from 'vitest'
import { incidentIn } from './conversation.ts'
import { signsIn, visitor } from './dashboard-visitor.ts'
import { setStage } from './stage.ts'
import { forEachDatabase, test } from './telling.ts'

const minute = 60_000

type Reading = { who: { id: string }; what: string }

forEachDatabase((database) => {
  const stage = setStage(database)
  const signedIn = async (handle: string) => {
    const browser = visitor(() => stage.bot.app.url)
    await signsIn(browser, handle)
    const reads = async (path: string, headers?: Record<string, string>) =>
      (await browser.get(`/api/v1/${path}`, headers)).status
    return { browser, reads }
  }

  test('who read a private incident is on record once per person and hour, for those who may see that', async () => {
    await stage.bot.configure({ access: { security: ['@kobayashi'] } })
    const channel = await stage.as('tanaka').declares({ summary: '顧客名簿の持ち出し', visibility: 'private' })
    const id = await incidentIn(stage, channel)
    await stage.as('tanaka').does(channel, 'call-people', { people: ['U0SATO', 'U0KOBAYASHI'] })
    await stage.quiet()
    const [tanaka, sato, suzuki] = [await signedIn('tanaka'), await signedIn('sato'), await signedIn('suzuki')]
    const readings = async (): Promise<[string, string][]> =>
      JSON.parse((await tanaka.browser.get(`/api/v1/incidents/${id}/readings`)).text).readings.map(
        ({ who, what }: Reading) => [who.id, what],
      )
    // A list is no reading, and what one may not know is not read.
    await sato.reads('incidents')
    await sato.reads('board')
    expect(await suzuki.reads(`incidents/${id}/detail`)).toBe(404)
    expect(await readings()).toEqual([])

    await sato.reads(`incidents/${id}/detail`)
    await sato.reads(`incidents/${id}/timeline`)
    await sato.reads(`incidents/${id}/postmortem`)
    await sato.reads('export?visibility=private')
    await sato.reads(`incidents/${id}/detail`)
    const all: [string, string][] = [
      ['U0SATO', 'export'],
      ['U0SATO', 'page'],
      ['U0SATO', 'postmortem'],
    ]
    expect((await readings()).toSorted()).toEqual(all)
    // What an open incident is due each hour is no part of it.
    await stage.as('tanaka').does(channel, 'cancel', {})
    // A page that stays open is no reading each hour; opened again it is one.
    await stage.pass(61 * minute)
    await sato.reads(`incidents/${id}/detail`, { 'x-sssbot-refresh': '1' })
    expect((await readings()).toSorted()).toEqual(all)
    await sato.reads(`incidents/${id}/detail`)
    expect(await readings()).toHaveLength(4)
    await stage.pass(13 * 60 * minute)
    await sato.reads(`incidents/${id}/detail`, { 'x-sssbot-refresh': '1' })
    expect(await readings()).toHaveLength(5)

    const kobayashi = await signedIn('kobayashi')
    expect(await kobayashi.reads(`incidents/${id}/readings`)).toBe(200)
    expect(await sato.reads(`incidents/${id}/readings`)).toBe(403)
    expect(await suzuki.reads(`incidents/${id}/readings`)).toBe(404)
  })
})
