import { Unable } from '../control/words.ts'
import { elementsIn, type Placed } from '../workspace/elements.ts'
import { isObject, type Json } from '../workspace/json.ts'
import { isEmpty } from '../workspace/state-values.ts'
import type { Person, StateValues, StoredView } from '../workspace/types.ts'
import { entryFor } from './element-value.ts'
import type { Interactivity } from './interactivity.ts'
import { offersFor } from './suggest.ts'

type Problems = Record<string, Unable>

/** The elements and what each is to hold: a block with several takes an object by action id. */
function targets(view: StoredView, blockId: string, raw: unknown): [Placed, unknown][] {
  const inBlock = [...elementsIn(view.blocks)].filter((placed) => placed.blockId === blockId)
  const [only] = inBlock
  if (!only) throw new Unable('unknown_block', { value: blockId })
  if (inBlock.length === 1) return [[only, raw]]
  if (!isObject(raw)) return [[only, raw]]
  return inBlock.flatMap((placed): [Placed, unknown][] =>
    placed.actionId in raw ? [[placed, raw[placed.actionId]]] : [],
  )
}

async function putIn(
  app: Interactivity,
  person: Person,
  view: StoredView,
  given: Json,
  unfinished: boolean,
): Promise<{ values: StateValues; wrong: Problems }> {
  const values = structuredClone(view.values)
  const wrong: Problems = {}
  for (const [blockId, raw] of Object.entries(given)) {
    try {
      for (const [placed, one] of targets(view, blockId, raw)) {
        const offered = await offersFor(app, person, { view }, placed, one)
        const entry = entryFor(placed.element, one, { workspace: app.workspace, person, offered, unfinished })
        values[blockId] = { ...values[blockId], [placed.actionId]: entry }
      }
    } catch (error) {
      if (!(error instanceof Unable)) throw error
      wrong[blockId] = error
    }
  }
  return { values, wrong }
}

function keep(app: Interactivity, view: StoredView, values: StateValues, wrong: Problems): void {
  const first = Object.values(wrong)[0]
  if (first) throw new Unable(first.key, first.fill, wrong)
  view.values = values
  app.workspace.views.changed(view)
}

/** What a person has put in so far, finished or not. Throws Unable for what no input there could hold. */
export async function typeIn(app: Interactivity, person: Person, view: StoredView, given: Json): Promise<void> {
  if (Object.keys(given).length === 0) return
  const { values, wrong } = await putIn(app, person, view, given, true)
  keep(app, view, values, wrong)
}

/** What a person sends. Throws Unable, with `fields`, where the client itself would not send it. */
export async function finish(app: Interactivity, person: Person, view: StoredView, given: Json): Promise<void> {
  const { values, wrong } = await putIn(app, person, view, given, false)
  for (const { block, blockId, actionId } of elementsIn(view.blocks)) {
    if (block.type !== 'input' || block.optional === true || wrong[blockId]) continue
    if (isEmpty(values[blockId]?.[actionId] ?? {})) wrong[blockId] = new Unable('required')
  }
  keep(app, view, values, wrong)
}
