import type { Locale } from '../../kit/i18n/index.ts'
import type { World } from '../facts/index.ts'
import { summarise } from './extract/summarise.ts'
import type { Material } from './material.ts'
import type { Summary } from './statement.ts'

/** What a text is for, and in whose language. */
export type Asked = { incidentId: string; material: Material; language: Locale; previous: Summary | undefined }

/**
 * The one place where it is decided who writes: without a model the record is quoted. A model's text comes from here once it has been
 * checked, and nothing waits for it.
 */
export function summaryFrom(_world: World, { material, language }: Asked): Summary {
  return summarise(material, language)
}
