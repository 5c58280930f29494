import type { Hono } from 'hono'
import { z } from 'zod'
import type { World } from '../facts/index.ts'
import { formatProblems, type Problem } from '../settings/index.ts'
import { mustAdminister } from '../tokens/index.ts'
import { acting } from './acting.ts'
import { oneQuery } from './api.ts'
import { localeFor, queryOf } from './request.ts'

/** The settings as they are in force. No secret stands in them: they name the variables that hold one, and addresses are cut. */
export const settingsAnswer = z.object({
  settings: z
    .record(z.string(), z.unknown())
    .describe('Every part, with its defaults; lengths of time in milliseconds'),
  refused: z.array(z.string()).describe('Why the file as it is now was refused; empty while it is in force'),
})
export type SettingsAnswer = z.output<typeof settingsAnswer>

/** Shows who administers the bot what is in force. `refused`: why the file as it is now is not. */
export function settingsRoutes(api: Hono, world: World, refused: () => readonly Problem[]): void {
  api.get('/settings', async (c) => {
    const { actor } = oneQuery.parse(queryOf(c))
    await mustAdminister(world, world.db.read, (await acting(world, c, actor)).caller)
    const problems = refused()
    const words = problems.length > 0 ? formatProblems(problems, localeFor(c, world.settings().language)) : ''
    return c.json({ settings: withoutPaths(world.settings()), refused: words.split('\n').filter(Boolean) })
  })
}

/** Some services take a key as part of an address: of each only where it leads is shown. */
function withoutPaths(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPaths)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutPaths(each)]))
  const address = typeof value === 'string' && /^https?:/i.test(value) ? URL.parse(value) : null
  if (!address) return value
  return address.pathname === '/' && !address.search && !address.username ? value : `${address.origin}/…`
}
