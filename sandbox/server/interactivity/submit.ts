import { Unable } from '../control/words.ts'
import { Refusal } from '../refusal.ts'
import { elementsIn } from '../workspace/elements.ts'
import { isObject, type Json } from '../workspace/json.ts'
import type { Person, StoredView } from '../workspace/types.ts'
import { finish } from './fill-in.ts'
import type { Interactivity } from './interactivity.ts'
import { checkedView, replaceView, showView, wireView } from './show-view.ts'

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
  await finish(app, person, view, given)
  const ack = await app.send('interactive', 'view_submission', {
    type: 'view_submission',
    ...app.common(person),
    trigger_id: app.triggers.issue(person.id, true),
    view: wireView(app.workspace, view),
    response_urls: responseUrls(app, person, view),
  })
  try {
    follow(app, view, isObject(ack) ? ack : {})
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    app.tellRefused(`view_submission: ${error.error}`, error, app.lastDelivery('view_submission'))
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

/**
 * Closes a view, and all of the stack where it says so or the person does (`all`); tells the app, top first, of each that it
 * wants to know of.
 */
export async function close(app: Interactivity, person: Person, view: StoredView, all: boolean): Promise<void> {
  const { views } = app.workspace
  const is_cleared = all || view.clear_on_close
  const gone = is_cleared ? views.removeAll(person.id) : views.remove(view)
  const told = gone.reverse().filter((each) => each.notify_on_close)
  await Promise.all(
    told.map((each) =>
      app.send('interactive', 'view_closed', {
        type: 'view_closed',
        ...app.common(person),
        view: wireView(app.workspace, each),
        is_cleared,
      }),
    ),
  )
}
