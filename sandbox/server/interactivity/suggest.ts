import { withDefaults } from '../../block-kit/index.ts'
import { Unable } from '../control/words.ts'
import type { Placed } from '../workspace/elements.ts'
import { isObject, type Json, objectsIn } from '../workspace/json.ts'
import type { Person } from '../workspace/types.ts'
import { optionsOf } from './element-value.ts'
import type { Interactivity } from './interactivity.ts'
import { type Place, placeFields } from './place.ts'

const external: ReadonlySet<string> = new Set(['external_select', 'multi_external_select'])

/** How many options once offered are remembered of one menu. */
const mostOffers = 500

/** Asks the app for the options of an external menu. */
export async function suggest(
  app: Interactivity,
  person: Person,
  place: Place,
  placed: Placed,
  query: string,
): Promise<Json> {
  if (!external.has(placed.type)) throw new Unable('not_supported', { value: placed.type })
  const ack = await app.send('interactive', 'block_suggestion', {
    type: 'block_suggestion',
    ...app.common(person),
    ...placeFields(app, place),
    action_id: placed.actionId,
    block_id: placed.blockId,
    value: query,
  })
  const answer = isObject(ack) ? withDefaults(ack) : {}
  const key = `${person.id} ${placed.actionId}`
  app.offers.set(key, [...optionsOf(answer), ...(app.offers.get(key) ?? [])].slice(0, mostOffers))
  return answer
}

/** The options that an external menu may be set to: those last offered and those set before, else the app is asked for them. */
export async function offersFor(
  app: Interactivity,
  person: Person,
  place: Place,
  placed: Placed,
  wanted: unknown,
): Promise<Json[]> {
  if (!external.has(placed.type)) return []
  const before = [placed.element.initial_option, ...objectsIn(placed.element.initial_options)].filter(isObject)
  const known = [...before, ...(app.offers.get(`${person.id} ${placed.actionId}`) ?? [])]
  const asked = (Array.isArray(wanted) ? wanted : [wanted]).filter(
    (each) => each !== null && each !== undefined && each !== '',
  )
  const offered = [...known]
  for (const value of asked) {
    if (offered.some((option) => option.value === value)) continue
    offered.push(...optionsOf(await suggest(app, person, place, placed, String(value))))
  }
  return offered
}
