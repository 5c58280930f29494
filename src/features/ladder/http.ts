import { Hono } from 'hono'
import type { Links } from '../../kit/links.ts'
import type { World } from '../../rooms/facts/index.ts'
import { situationOf } from '../../rooms/situation/index.ts'
import { calendarPath, reviewCalendar } from './calendar.ts'
import { texts } from './texts.ts'

/** The calendar file of a review, for whoever has its address: `/calendar/<incident>/<ticket>`. */
export function createCalendar(world: World, links: Links): Hono {
  const app = new Hono()
  app.get('/calendar/:incident/:ticket', async (c) => {
    const { incident, ticket } = c.req.param()
    const settings = world.settings()
    const voice = { settings, locale: settings.language }
    c.header('cache-control', 'no-store')
    const found = links.check(calendarPath(incident), ticket, world.clock.now())
    if (found === 'late') return c.text(texts.in(voice.locale)('calendar.late'), 410)
    const situation = found === 'right' ? await situationOf(world.db.read, incident) : undefined
    const file = situation && reviewCalendar(situation, voice)
    if (!file) return c.text(texts.in(voice.locale)('calendar.wrong'), 404)
    c.header('content-type', 'text/calendar; charset=utf-8')
    c.header('content-disposition', 'attachment; filename="review.ics"')
    return c.body(file)
  })
  return app
}
