import { z } from 'zod'

/** Who sees what of public incidents. Private ones are for those who take part in them, whatever stands here. */
export const access = z.strictObject({
  guests: z
    .enum(['taking-part', 'everything'])
    .default('taking-part')
    .describe('Which public incidents guests see: those they take part in, or all. ゲストに見える公開インシデント'),
})
