import type { Hono } from 'hono'
import { z } from 'zod'
import type { World } from '../facts/index.ts'
import { lookingFor } from './acting.ts'
import { oneQuery } from './api.ts'
import { queryOf } from './request.ts'

/** What `GET /api/v1/gallery` takes. */
export const galleryQuery = oneQuery.extend({ part: z.string().max(50).optional().describe('One of `parts`') })

const drawnPart = z.object({
  is: z.enum(['heading', 'text', 'small', 'line', 'button', 'menu', 'field']),
  words: z.string(),
  within: z.string().optional().describe('What stands in a field at first'),
  isFirst: z.boolean().optional().describe('The button that most people press'),
  options: z.array(z.string()).optional(),
})
export type DrawnPart = z.output<typeof drawnPart>

const surface = z.object({
  title: z.string().nullable().describe('Of a form'),
  parts: z.array(drawnPart),
  buttons: z.array(z.string()).describe('By which a form is sent or closed'),
})
const drawnSample = z.object({
  name: z.string(),
  to: z.enum(['channel', 'elsewhere', 'person', 'alone', 'form', 'home']).describe('Who reads it'),
  ja: surface,
  en: surface,
})
export type DrawnSample = z.output<typeof drawnSample>

/** The messages and forms of one part of the bot, of made-up incidents. */
export const galleryAnswer = z.object({ parts: z.array(z.string()), samples: z.array(drawnSample) })
export type DrawnGallery = z.output<typeof galleryAnswer>

/** Draws the messages and forms of a part; the first, where none is named. */
export type Gallery = (part: string | undefined) => Promise<DrawnGallery>

/** Shows anybody who is signed in how messages and forms look here: in both languages, with the words that the settings put in place of ours. */
export function galleryRoutes(api: Hono, world: World, gallery: Gallery): void {
  api.get('/gallery', async (c) => {
    const { actor, part } = galleryQuery.parse(queryOf(c))
    await lookingFor(world, c, actor)
    return c.json(await gallery(part))
  })
}
