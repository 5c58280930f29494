import { z } from 'zod'
import { statuses, tagsOf } from '../incident/index.ts'
import { cursorOf, type Order, openStatuses, type Wanted } from '../reading/index.ts'
import {
  incidentKinds,
  incidentTypes,
  mildestFirst,
  momentOn,
  plusDays,
  type Settings,
  visibilities,
} from '../settings/index.ts'
import { actorName } from './api.ts'

/** Words with commas between them, each of which `isOne`. */
const anyOf = <Word extends string>(isOne: (word: string) => word is Word) =>
  z
    .string()
    .max(1000)
    .transform((text, context): Word[] => {
      const words = text.split(',')
      const known = words.filter(isOne)
      if (known.length < words.length) context.addIssue({ code: 'custom', message: 'a word that is none of these' })
      return known
    })
    .optional()

const among = <Word extends string>(words: readonly Word[]) =>
  anyOf((word): word is Word => words.some((each) => each === word))

const keys = anyOf((word): word is string => word.length > 0)

const day = z.iso.date()
const moment = z.iso.datetime({ offset: true })

/** What `GET /api/v1/incidents` takes. */
export const listQuery = z.strictObject({
  actor: actorName.optional(),
  status: among([...statuses, 'open', 'all'] as const).describe(
    `Any of ${statuses.join(', ')}, with commas between; open is what is not over, which is looked for where nothing is said, and all everything`,
  ),
  service: keys.describe('Services by their keys, with commas between'),
  level: keys.describe('Levels by their keys, with commas between'),
  type: among(incidentTypes).describe(`What is hurt: any of ${incidentTypes.join(', ')}`),
  kind: among(incidentKinds).describe(`Any of ${incidentKinds.join(', ')}`),
  visibility: among(visibilities).describe(`Any of ${visibilities.join(', ')}`),
  person: actorName
    .optional()
    .describe('Who takes part: declared it, has a role in it, or was called; Slack user id, handle or e-mail address'),
  sort: z
    .enum(['newest', 'oldest', 'level'])
    .default('newest')
    .describe('By the declaration, or the worst level first'),
  tag: keys.describe('Tags, with commas between; any one of them is enough'),
  q: z
    .string()
    .trim()
    .max(200)
    .optional()
    .describe('Words that all stand in the summary, the impact or the channel’s name'),
  from: z
    .union([day, moment])
    .optional()
    .describe('Declared then or later: a day (of the settings’ timezone) or a moment with its offset'),
  to: z.union([day, moment]).optional().describe('Declared before this moment, or on this day at the latest'),
  limit: z.coerce.number().int().min(1).max(100).default(20).describe('At most so many'),
  cursor: z
    .string()
    .max(200)
    .transform((text, context) => {
      const cursor = cursorOf(text)
      if (!cursor) context.addIssue({ code: 'custom', message: 'not a cursor of ours' })
      return cursor
    })
    .optional()
    .describe('`next` of the page before'),
})
export type ListQuery = z.output<typeof listQuery>

const isDay = (text: string) => day.safeParse(text).success

/** In which order, as the lists understand it. */
export const orderBy = ({ sort }: Pick<ListQuery, 'sort'>, { levels }: Pick<Settings, 'levels'>): Order =>
  sort === 'level' ? { by: sort, levels: mildestFirst(levels).map(({ key }) => key) } : { by: sort }

/**
 * What a caller looks for, as the lists understand it; undefined for what nothing can be. `person`: whom they name, by id; undefined
 * where there is nobody of that name.
 */
export function wantedBy(
  query: ListQuery,
  { timezone }: Pick<Settings, 'timezone'>,
  person: string | undefined,
): Wanted | undefined {
  if (query.person !== undefined && person === undefined) return undefined
  return {
    statuses: statusesOf(query.status ?? ['open']),
    services: query.service,
    levels: query.level,
    types: query.type,
    tags: query.tag && tagsOf(query.tag),
    kinds: query.kind,
    visibilities: query.visibility,
    partOf: person,
    ...spanOf(query, { timezone }),
  }
}

/** From which moment on and before which one; days are those of the settings' timezone. */
export function spanOf({ from, to }: Pick<ListQuery, 'from' | 'to'>, { timezone }: Pick<Settings, 'timezone'>) {
  const midnight = (of: string) => momentOn(of, '00:00', timezone)
  return {
    from: from === undefined ? undefined : isDay(from) ? midnight(from) : new Date(from),
    before: to === undefined ? undefined : isDay(to) ? midnight(plusDays(to, 1)) : new Date(to),
  }
}

function statusesOf(words: NonNullable<ListQuery['status']>): Wanted['statuses'] {
  if (words.includes('all')) return undefined
  return words.flatMap((word) => (word === 'open' ? openStatuses : word === 'all' ? [] : [word]))
}
