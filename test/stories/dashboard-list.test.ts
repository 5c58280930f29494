import { expect } from 'vitest'
import { z } from 'zod'
import { incidentIn } from './conversation.ts'
import { signsIn, visitor } from './dashboard-visitor.ts'
import { setStage } from './stage.ts'
import { forEachDatabase, test } from './telling.ts'

const list = z.object({
  incidents: z.array(z.looseObject({ id: z.string(), summary: z.string() })),
  people: z.record(z.string(), z.string()),
  next: z.string().nullable(),
})

/** The cells of a table as RFC 4180 has it. */
const cellsOf = (csv: string): string[][] => {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
    if (end === '') break
  }
  return rows.filter((row) => row.length > 1)
}

forEachDatabase((database) => {
  const stage = setStage(database)
  const signedIn = async (handle: string) => {
    const browser = visitor(() => stage.bot.app.url)
    await signsIn(browser, handle)
    const found = async (query: string) =>
      list.parse(JSON.parse((await browser.get(`/api/v1/incidents?${query}`)).text))
    return Object.assign(browser, {
      found,
      summaries: async (query: string) => (await found(query)).incidents.map(({ summary }) => summary),
    })
  }
  const declares = (summary: string, more: Record<string, unknown> = {}, handle = 'tanaka') =>
    stage.as(handle).declares({ summary, ...more })

  test('the list goes by level or age, page by page, and finds who took part', async () => {
    const [first, second, third] = [
      await declares('一つ目'),
      await declares('二つ目', { service: 'b' }),
      await declares('三つ目'),
    ]
    await stage.as('sato').does(first, 'set-level', { level: 'level2' })
    await stage.as('sato').does(second, 'set-level', { level: 'level5' })
    await stage.as('sato').takesNextStep(third)
    await stage.quiet()
    const sato = await signedIn('sato')
    expect(await sato.summaries('sort=level')).toEqual(['二つ目', '一つ目', '三つ目'])
    expect(await sato.summaries('sort=oldest')).toEqual(['一つ目', '二つ目', '三つ目'])
    expect(await sato.summaries('')).toEqual(['三つ目', '二つ目', '一つ目'])
    for (const sort of ['level', 'oldest', 'newest']) {
      const seen: string[] = []
      for (let cursor: string | null = ''; cursor !== null; ) {
        const page: z.output<typeof list> = await sato.found(`sort=${sort}&limit=1${cursor && `&cursor=${cursor}`}`)
        seen.push(...page.incidents.map(({ summary }) => summary))
        cursor = page.next
      }
      expect(seen).toEqual(await sato.summaries(`sort=${sort}`))
    }
    const { people } = await sato.found('person=sato&service=a')
    expect(people).toMatchObject({ U0TANAKA: '田中 美咲', U0SATO: '佐藤 健' })
    expect(await sato.summaries('person=@nobody')).toEqual([])
    expect(await sato.summaries('person=suzuki&service=a')).toEqual([])
  })

  test('a file holds exactly what is filtered, and no cell of it begins a formula', async () => {
    const evil = '=HYPERLINK("https://evil.example","x")'
    await declares(evil)
    await declares('@SUM(1+1), "引用" と\n改行', { service: 'b' })
    await declares('訓練です', { kind: 'drill' })
    await declares('顧客名簿の持ち出し', { visibility: 'private' }, 'kobayashi')
    const suzuki = await signedIn('suzuki')
    const file = await suzuki.get('/api/v1/export?status=all&kind=real')
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="incidents.csv"')
    const [head = [], ...rows] = cellsOf(file.text)
    const summary = head.indexOf('summary')
    expect(rows.map((row) => row[summary])).toEqual([`'@SUM(1+1), "引用" と\n改行`, `'${evil}`])
    expect(rows[0]?.[head.indexOf('declared_by')]).toBe('田中 美咲')
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
    const json = await suzuki.get('/api/v1/export?status=all&kind=real&format=json')
    const shown = await suzuki.found('status=all&kind=real')
    expect(JSON.parse(json.text)).toEqual(shown.incidents)
    const kobayashi = await signedIn('kobayashi')
    expect((await kobayashi.get('/api/v1/export?visibility=private&status=all')).text).toContain('顧客名簿')
    expect((await suzuki.get('/api/v1/export?visibility=private&status=all')).text).not.toContain('顧客名簿')
    expect(JSON.parse((await suzuki.get('/api/v1/export?format=json&person=nobody')).text)).toEqual([])
  })

  test('a file goes on over many pages, and no row comes twice', async () => {
    const id = await incidentIn(stage, await declares('見本'))
    const { db } = stage.bot.app.world
    const copy = await db.read.selectFrom('incidents').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    const place = await db.read
      .selectFrom('incident_channels')
      .selectAll()
      .where('incident_id', '=', id)
      .executeTakeFirstOrThrow()
    const many = Array.from({ length: 450 }, (_, n) => `inc_many${String(n).padStart(4, '0')}`)
    await db.transaction(async (tx) => {
      const rows = many.map((each) => ({ ...copy, id: each, declare_view_id: null }))
      await tx.insertInto('incidents').values(rows).execute()
      const places = many.map((each) => ({ ...place, incident_id: each, name: each, channel_id: null }))
      await tx.insertInto('incident_channels').values(places).execute()
    })
    const sato = await signedIn('sato')
    const rows: { id: string }[] = JSON.parse((await sato.get('/api/v1/export?format=json&sort=level')).text)
    expect(new Set(rows.map((row) => row.id)).size).toBe(451)
    expect(rows).toHaveLength(451)
  })
})
