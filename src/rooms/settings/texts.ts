import { z } from 'zod'

const words = z.string().trim().min(1, 'words').max(3000)

/**
 * A company's own words for single texts, by the text's name (`<room>.<key>`). A language left out keeps our words.
 * Which names exist is known only where all rooms are wired: `parseSettings` is told.
 */
export const texts = z.record(
  z.string(),
  z.union([
    words.transform((text): { ja?: string | undefined; en?: string | undefined } => ({ ja: text, en: text })),
    z.strictObject({ ja: words.optional(), en: words.optional() }),
  ]),
)
