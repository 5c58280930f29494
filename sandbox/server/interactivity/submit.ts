import { Unable } from '../control/words.ts'
import { Refusal } from '../refusal.ts'
import { elementsIn, type Placed } from '../workspace/elements.ts'
import { isObject, type Json } from '../workspace/json.ts'
import { isEmpty } from '../workspace/state-values.ts'
import type { Person, StateValues, StoredView } from '../workspace/types.ts'
import { entryFor } from './element-value.ts'
import type { Interactivity } from './interactivity.ts'
import { checkedView, replaceView, showView, wireView } from './show-view.ts'
import { offersFor } from './suggest.ts'

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

async function fill(app: Interactivity, person: Person, view: StoredView, given: Json): Promise<StateValues> {
  const values = structuredClone(view.values)
  const wrong: Record<string, Unable> = {}
  for (const [blockId, raw] of Object.entries(given)) {
    try {
      for (const [placed, one] of targets(view, blockId, raw)) {
        const offered = await offersFor(app, person, { view }, placed, one)
        const entry = entryFor(placed.element, one, { workspace: app.workspace, person, offered })
        values[blockId] = { ...values[blockId], [placed.actionId]: entry }
      }
    } catch (error) {
      if (!(error instanceof Unable)) throw error
      wrong[blockId] = error
    }
  }
  for (const { block, blockId, actionId } of elementsIn(view.blocks)) {
    if (block.type !== 'input' || block.optional === true || wrong[blockId]) continue
    if (isEmpty(values[blockId]?.[actionId] ?? {})) wrong[blockId] = new Unable('required')
  }
  const first = Object.values(wrong)[0]
  if (first) throw new Unable(first.key, first.fill, wrong)
  return values
}

/** Does what the app answered to a submission: errors stay, else update, push, clear, or the view closes. */
function follow(app: Interactivity, view: StoredView, ack: Json): void {
  const { views } = app.workspace
  if (!views.stacks.get(view.user)?.includes(view)) return
  const next = () => checkedView(isObject(ack.view) ? ack.view : undefined, 'modal')
  switch (ack.response_action) {
    case 'errors':
      checkErrors(view, ack.errors)
      return
    case 'update':
      replaceView(app.workspace, view, next())
      return
    case 'push':
      showView(app.workspace, view.user, next(), 'push')
      return
    case 'clear':
      views.removeAll(view.user)
      return
    case undefined:
      views.remove(view)
      return
    default:
      throw new Unable('app_bad_view', { detail: String(ack.response_action) })
  }
}

/** Slack shows errors beside input blocks only; an error elsewhere is the app's mistake. */
function checkErrors(view: StoredView, errors: unknown): void {
  const inputs = new Set(view.blocks.filter((block) => block.type === 'input').map((block) => block.block_id))
  const unknown = Object.keys(isObject(errors) ? errors : {}).filter((blockId) => !inputs.has(blockId))
  if (!isObject(errors) || Object.keys(errors).length === 0) throw new Unable('app_bad_view', { detail: 'errors' })
  if (unknown.length > 0) throw new Unable('app_bad_view', { detail: `errors: ${unknown.join(', ')}` })
}

/** Sends a form; answers what the app acknowledged with. Throws Unable, with `fields`, where the client itself would not send it. */
export async function submit(app: Interactivity, person: Person, view: StoredView, given: Json): Promise<unknown> {
  if (!view.submit || view.submit_disabled) throw new Unable('no_submit')
  view.values = await fill(app, person, view, given)
  app.workspace.views.changed(view)
  const ack = await app.send('interactive', 'view_submission', {
    type: 'view_submission',
    ...app.common(person),
    ...{
      trigger_id: app.triggers.issue(person.id, true),
      view: wireView(app.workspace, view),
      response_urls: responseUrls(app, person, view),
    },
  })
  try {
    follow(app, view, isObject(ack) ? ack : {})
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw new Unable('app_bad_view', { detail: JSON.stringify(error.details.response_metadata ?? error.error) })
  }
  return ack
}

/** An address for each conversation chosen in a menu with `response_url_enabled`. */
function responseUrls(app: Interactivity, person: Person, view: StoredView): Json[] {
  return [...elementsIn(view.blocks)].flatMap(({ element, blockId, actionId }) => {
    if (element.response_url_enabled !== true) return []
    const entry = view.values[blockId]?.[actionId] ?? {}
    const channel = app.workspace.channel(String(entry.selected_conversation ?? entry.selected_channel))
    if (!channel) return []
    return [
      {
        block_id: blockId,
        action_id: actionId,
        channel_id: channel.id,
        response_url: app.responseUrls.issue(person.id, channel),
      },
    ]
  })
}

/** Closes a view, and all of the stack where it says so; tells the app where the app wants to know. */
export async function close(app: Interactivity, person: Person, view: StoredView): Promise<void> {
  const { views } = app.workspace
  const gone = view.clear_on_close ? views.removeAll(person.id) : views.remove(view)
  for (const each of gone.reverse().filter((one) => one.notify_on_close)) {
    await app.send('interactive', 'view_closed', {
      type: 'view_closed',
      ...app.common(person),
      ...{ view: wireView(app.workspace, each), is_cleared: view.clear_on_close },
    })
  }
}
