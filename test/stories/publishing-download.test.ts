import { expect } from 'vitest'
import { draftOf } from '../../src/rooms/postmortem/index.ts'
import { setPublishingStage } from './publishing-stage.ts'
import { words } from './sights.ts'
import { describe, forEachDatabase, test } from './telling.ts'

forEachDatabase((database) => {
  describe('without GitHub', () => {
    const stage = setPublishingStage(database, { publishing: { public: undefined } })
    const asks = async (name: string) => {
      await stage.as('tanaka').chooses(name, 'download-postmortem')
      const answer = await stage.until(async () => (await stage.as('tanaka').alone(name)).at(-1))
      return { answer, link: /<(http[^|]+)\|/.exec(words(answer))?.[1] ?? '' }
    }

    test('the document is downloaded as it is now, by a link that only who asks sees', async () => {
      const { id, name } = await stage.recovers({ visibility: 'private' })
      const { answer, link } = await asks(name)
      expect(answer.text).not.toContain('http')
      const got = await fetch(link)
      expect(got.status).toBe(200)
      expect(await got.text()).toBe((await draftOf(stage.bot.app.world, id))?.markdown)
      expect(got.headers.get('content-disposition')).toMatch(/^attachment; .*filename\*=UTF-8''/)
      expect(got.headers.get('cache-control')).toBe('no-store')
      expect(stage.log.join('\n')).not.toContain(link.split('/').at(-1))
    })

    test('a link is good for ten minutes, and for nothing else', async () => {
      const { name } = await stage.recovers()
      const other = await stage.recovers()
      const { link } = await asks(name)
      const [incident = ''] = /inc_\w+/.exec(link) ?? []
      const [, seconds = ''] = /\/(\d+)-/.exec(link) ?? []
      const forged = [
        link.replace(incident, other.id),
        link.replace(seconds, String(Number(seconds) + 60)),
        link.slice(0, -1),
        link.replace(seconds, 'later'),
      ]
      for (const each of forged) expect((await fetch(each)).status).toBe(404)
      await stage.pass(9 * 60_000)
      expect((await fetch(link)).status).toBe(200)
      await stage.pass(60_000)
      const late = await fetch(link)
      expect(late.status).toBe(404)
      expect(await late.text()).toContain('もう一度取り出してください')
    })
  })
})
