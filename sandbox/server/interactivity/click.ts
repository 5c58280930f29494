import { Unable } from '../control/words.ts'
import { elementsIn, type Placed } from '../workspace/elements.ts'
import type { Json } from '../workspace/json.ts'
import { kinds, stateFor } from '../workspace/state-values.ts'
import type { Person, StateValues, StoredChannel, StoredMessage } from '../workspace/types.ts'
import { entryFor, optionsOf } from './element-value.ts'
import type { Interactivity } from './interactivity.ts'
import { blocksOf, type Place, placeFields } from './place.ts'
import { offersFor } from './suggest.ts'

/** What a person uses: `value` is the menu's choice; where several have the same action id, `block_id` or the button's value tells which. */
export type Use = { action_id: string; value?: unknown; block_id?: string }

/** Finds the element that is used. Throws Unable when there is none. */
export function findElement(place: Place, use: Use): Placed {
  const named = [...elementsIn(blocksOf(place))].filter((each) => each.actionId === use.action_id)
  const inBlock = use.block_id === undefined ? named : named.filter((each) => each.blockId === use.block_id)
  const byValue = inBlock.find(
    (each) => each.type === 'button' && use.value !== undefined && each.element.value === use.value,
  )
  const byOption = inBlock.find((each) => optionsOf(each.element).some((option) => option.value === use.value))
  const found = byValue ?? byOption ?? inBlock[0]
  if (!found) throw new Unable('no_such_element', { value: use.action_id })
  return found
}

function plainOrNothing(element: Json, field: string): Json {
  return element[field] === undefined ? {} : { [field]: element[field] }
}

/** The fields of `actions[0]` that depend on the element. */
function used(placed: Placed, entry: Json | undefined, use: Use): Json {
  const { element, type } = placed
  if (entry) {
    const { type: _type, ...value } = entry
    return { ...value, ...plainOrNothing(element, 'placeholder') }
  }
  if (type === 'overflow') {
    const option = optionsOf(element).find((each) => each.value === use.value)
    if (!option) throw new Unable('no_such_option', { value: String(use.value) })
    return { selected_option: option }
  }
  return Object.fromEntries(
    ['text', 'value', 'style', 'url'].flatMap((name) => Object.entries(plainOrNothing(element, name))),
  )
}

function remember(
  app: Interactivity,
  person: Person,
  place: Place,
  placed: Placed,
  entry: Json | undefined,
): StateValues {
  const known = 'view' in place ? place.view.values : app.messageStates.get(stateKey(person, place))
  const values = known ?? stateFor(blocksOf(place))
  if (entry) values[placed.blockId] = { ...values[placed.blockId], [placed.actionId]: entry }
  if ('view' in place) {
    place.view.values = values
    if (entry) app.workspace.views.changed(place.view)
  } else if (entry) app.messageStates.set(stateKey(person, place), values)
  return values
}

function stateKey(person: Person, place: { channel: StoredChannel; message: StoredMessage }): string {
  return `${person.id} ${place.channel.id} ${place.message.ts}`
}

/** An input that the app does not want to hear of before the form is sent. */
function isQuiet({ block }: Placed): boolean {
  return block.type === 'input' && block.dispatch_action !== true
}

/** Uses a button or a menu; answers what the app acknowledged with, null where the app is not told. */
export async function click(app: Interactivity, person: Person, place: Place, use: Use): Promise<unknown> {
  const placed = findElement(place, use)
  const offered = await offersFor(app, person, place, placed, use.value)
  const stateful = kinds[placed.type] !== undefined
  const entry = stateful
    ? entryFor(placed.element, use.value, { workspace: app.workspace, person, offered })
    : undefined
  const values = remember(app, person, place, placed, entry)
  if (isQuiet(placed)) return null
  const action_ts = app.workspace.newTs()
  const action = {
    type: placed.type,
    action_id: placed.actionId,
    block_id: placed.blockId,
    action_ts,
    ...used(placed, entry, use),
  }
  const answer =
    'message' in place ? { response_url: app.responseUrls.issue(person.id, place.channel, place.message) } : {}
  const state = 'message' in place ? { state: { values } } : {}
  return app.send('interactive', 'block_actions', {
    type: 'block_actions',
    ...app.common(person),
    ...placeFields(app, place),
    trigger_id: app.triggers.issue(
      person.id,
      'view' in place && place.view.type === 'modal',
      'message' in place ? place.channel.id : place.view.opened_in,
    ),
    ...state,
    ...answer,
    actions: [action],
  })
}
