import { z } from 'zod'
import { trimmed } from '../../kit/well-formed.ts'

/** What somebody looks for among incidents, under a name. `query` is that of the page’s address. */
export type SavedView = { id: string; userId: string; name: string; query: string; isShared: boolean }

/** So many has one person. */
export const mostViews = 50

/** What is asked for when one is saved. */
export const viewInput = z.strictObject({
  name: z.string().overwrite(trimmed).min(1).max(60).describe('What it is called'),
  query: z.string().max(1000).describe('The query of the list’s address: filters, order and columns'),
  shared: z.boolean().default(false).describe('Whether everybody sees it'),
})
export type ViewInput = z.output<typeof viewInput>
