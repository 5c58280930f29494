import { z } from 'zod'
import { incidentKinds, incidentTypes, mildestFirst, type Settings, severity } from '../settings/index.ts'
import { listQuery } from './list-query.ts'

/** What `GET /api/v1/export` takes: what the list takes, but for its pages. */
export const exportQuery = listQuery.omit({ limit: true, cursor: true }).extend({
  format: z.enum(['csv', 'json']).default('csv').describe('A table for spreadsheets, or what the list answers'),
})

const named = z.object({ ja: z.string(), en: z.string() })
const one = z.object({ key: z.string(), name: named })

/** What the settings call things, for menus and tables. */
export const catalogAnswer = z.object({
  services: z.array(one),
  levels: z.array(one.extend({ color: z.string(), severity: z.int() })).describe('From the mildest to the worst'),
  types: z.array(one),
  kinds: z.array(one),
})
export type CatalogAnswer = z.output<typeof catalogAnswer>

export const catalogOf = ({ services, levels, types, kinds }: Settings): CatalogAnswer => ({
  services: Object.entries(services).map(([key, { name }]) => ({ key, name })),
  levels: mildestFirst(levels).map(({ key, label, color }) => ({
    key,
    name: label,
    color,
    severity: severity(key, levels),
  })),
  types: incidentTypes.map((key) => ({ key, name: types[key].label })),
  kinds: incidentKinds.map((key) => ({ key, name: kinds[key].label })),
})
