import { click, findElement } from '../interactivity/click.ts'
import { command, messageShortcut, shortcut } from '../interactivity/commands.ts'
import { typeIn } from '../interactivity/fill-in.ts'
import type { Interactivity } from '../interactivity/interactivity.ts'
import type { Place } from '../interactivity/place.ts'
import { wireView } from '../interactivity/show-view.ts'
import { close, submit } from '../interactivity/submit.ts'
import { suggest } from '../interactivity/suggest.ts'
import { openConversation } from '../workspace/channels.ts'
import type { Json } from '../workspace/json.ts'
import type { Person } from '../workspace/types.ts'
import type { DeedOf } from './deed.ts'
import { channelNamed, messageAt, viewOf } from './find.ts'
import { Unable } from './words.ts'

function placeOf(app: Interactivity, person: Person, deed: DeedOf<'click' | 'suggest'>): Place {
  if (deed.view_id !== undefined) return { view: viewOf(app.workspace, person, deed.view_id) }
  if (deed.home) {
    const view = app.workspace.views.homes.get(person.id)
    if (!view) throw new Unable('no_such_view')
    return { view }
  }
  const channel = channelNamed(app.workspace, deed.channel ?? '', person)
  return { channel, message: messageAt(channel, deed.ts ?? '', person) }
}

/** What the app acknowledged with, and the view on top afterwards. */
async function answer(app: Interactivity, person: Person, ack: Promise<unknown>): Promise<Json> {
  const acknowledged = await ack
  const top = app.workspace.views.top(person.id)
  return { ack: acknowledged, view: top ? app.workspace.views.picture(top) : null }
}

export async function use(app: Interactivity, person: Person, deed: DeedOf<'click'>): Promise<Json> {
  const { action_id, block_id, value } = deed
  const place = placeOf(app, person, deed)
  if ('view' in place) await typeIn(app, person, place.view, deed.values)
  const which = {
    action_id,
    ...(value === undefined ? {} : { value }),
    ...(block_id === undefined ? {} : { block_id }),
  }
  return answer(app, person, click(app, person, place, which))
}

export async function suggestions(app: Interactivity, person: Person, deed: DeedOf<'suggest'>): Promise<Json> {
  const place = placeOf(app, person, deed)
  const { action_id, block_id } = deed
  const placed = findElement(place, block_id === undefined ? { action_id } : { action_id, block_id })
  return suggest(app, person, place, placed, deed.value)
}

export function send(app: Interactivity, person: Person, deed: DeedOf<'submit'>): Promise<Json> {
  return answer(app, person, submit(app, person, viewOf(app.workspace, person, deed.view_id), deed.values))
}

export function dismissView(app: Interactivity, person: Person, deed: DeedOf<'close'>): Promise<Json> {
  return answer(
    app,
    person,
    close(app, person, viewOf(app.workspace, person, deed.view_id), deed.all).then(() => null),
  )
}

export function runCommand(app: Interactivity, person: Person, deed: DeedOf<'command'>): Promise<Json> {
  const channel = channelNamed(app.workspace, deed.channel, person)
  return answer(app, person, command(app, person, channel, deed.command, deed.text))
}

export function runShortcut(app: Interactivity, person: Person, deed: DeedOf<'shortcut'>): Promise<Json> {
  return answer(app, person, shortcut(app, person, deed.callback_id))
}

export function runMessageShortcut(
  app: Interactivity,
  person: Person,
  deed: DeedOf<'message_shortcut'>,
): Promise<Json> {
  const channel = channelNamed(app.workspace, deed.channel, person)
  return answer(
    app,
    person,
    messageShortcut(app, person, channel, messageAt(channel, deed.ts, person), deed.callback_id),
  )
}

/** Opening the App Home tells the app, which then publishes it. */
export function openHome({ workspace }: Interactivity, person: Person): Json {
  if (!workspace.app.hasHome) throw new Unable('no_home')
  const { channel } = openConversation(workspace, [workspace.botId, person.id])
  const view = workspace.views.homes.get(person.id)
  workspace.happened({
    type: 'app_home_opened',
    user: person.id,
    channel: channel.id,
    tab: 'home',
    ...(view ? { view: wireView(workspace, view) } : {}),
    event_ts: workspace.newTs(),
  })
  return { view: view ? workspace.views.picture(view) : null }
}
