import { createHash } from 'node:crypto'
import type { ModelRole, ModelSettings, ModelsSettings } from '../settings/index.ts'
import { lengths, letterParts, type Part, sectionParts, updateParts } from './claims/evidence.ts'

/** What a model is asked for. These stand in the ledger: add, never rename. */
export const purposes = ['summary', 'catch-up', 'draft-update', 'draft-gaps', 'draft-actions', 'draft-letter'] as const
export type Purpose = (typeof purposes)[number]

/** Which model is asked, in the order in which the settings may lack one. */
const rolesFor: Readonly<Record<Purpose, readonly ModelRole[]>> = {
  summary: ['fast', 'careful'],
  'catch-up': ['fast', 'careful'],
  'draft-update': ['careful', 'fast'],
  'draft-gaps': ['careful', 'fast'],
  'draft-actions': ['careful', 'fast'],
  'draft-letter': ['careful', 'fast'],
}

/** What the sentences of an answer can be for; the last is meant where one says nothing of it. */
export const partsFor: Readonly<Record<Purpose, readonly [Part, ...Part[]]>> = {
  summary: lengths,
  'catch-up': lengths,
  'draft-update': updateParts,
  'draft-gaps': sectionParts,
  'draft-actions': ['next'],
  'draft-letter': letterParts,
}

export type Chosen = { role: ModelRole; model: ModelSettings }

/** The model for a purpose; undefined where the settings name none, or have switched all of them off. */
export function modelFor(settings: ModelsSettings, purpose: Purpose): Chosen | undefined {
  if (!settings.enabled) return undefined
  for (const role of rolesFor[purpose]) {
    const model = settings[role]
    if (model) return { role, model }
  }
  return undefined
}

/** A model among all, by its address and its own name. */
export const nameOf = ({ provider, baseUrl, model }: ModelSettings['connection']): string =>
  `${provider} ${baseUrl ?? ''} ${model}`

/** Whether words of an incident may go to a model at all. */
export const mayGo = (visibility: string, model: ModelSettings): boolean =>
  visibility !== 'private' || model.takesPrivate

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Tokens of a text before anybody has counted them: a Japanese letter is about one, of English four letters are. Rather too many. */
export const tokensOf = (text: string): number => Math.ceil(Buffer.byteLength(text) / 3)

export const costOf = ({ price }: ModelSettings, input: number, output: number): number =>
  (input * price.input + output * price.output) / 1_000_000
