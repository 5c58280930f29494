import { z } from 'zod'
import { models } from './models.ts'

/** Summaries, catching up and drafts. Without a model they are made from what people said and wrote, and nothing leaves. */
export const assistant = z.strictObject({
  enabled: z
    .boolean()
    .default(true)
    .describe('Summaries, catching up and drafts, quoted from the record. 要約・追いつき・下書き'),
  models: models.prefault({}).describe('Language models, none unless named here. 言語モデル'),
})
