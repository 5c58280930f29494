import { z } from 'zod'
import type { Deliveries } from '../delivery/deliveries.ts'
import type { Interactivity } from '../interactivity/interactivity.ts'
import { Refusal } from '../refusal.ts'
import type { Json } from '../workspace/json.ts'
import { noteActivity } from '../workspace/presence.ts'
import type { Person } from '../workspace/types.ts'
import {
  dismissView,
  openHome,
  runCommand,
  runMessageShortcut,
  runShortcut,
  send,
  suggestions,
  use,
} from './act-on-app.ts'
import { administer, changeChannel, create, inviteOrKick, join, leave, openDm, read } from './act-on-channels.ts'
import { deleteMessage, editText, markMessage, postText } from './act-on-messages.ts'
import { type Deed, deed } from './deed.ts'
import { channelNamed, personNamed } from './find.ts'
import { forward } from './forward.ts'
import { say, Unable } from './words.ts'

/** What the workspace itself can do at once; undefined for what the app is asked about. */
function atOnce(app: Interactivity, person: Person, wanted: Deed): (() => Json) | undefined {
  const { workspace } = app
  switch (wanted.do) {
    case 'post':
      return () => postText(workspace, person, wanted)
    case 'forward':
      return () => forward(workspace, person, wanted)
    case 'edit':
      return () => editText(workspace, person, wanted)
    case 'delete':
      return () => deleteMessage(workspace, person, wanted)
    case 'react':
    case 'unreact':
    case 'pin':
    case 'unpin':
      return () => markMessage(workspace, person, wanted)
    case 'join':
      return () => join(workspace, person, channelNamed(workspace, wanted.channel, person))
    case 'leave':
      return () => leave(workspace, person, channelNamed(workspace, wanted.channel, person))
    case 'invite':
    case 'kick':
      return () => inviteOrKick(workspace, person, wanted)
    case 'create':
      return () => create(workspace, person, wanted)
    case 'archive':
    case 'delete_channel':
    case 'unarchive':
    case 'rename':
    case 'make_private':
    case 'share':
    case 'topic':
    case 'purpose':
      return () => changeChannel(workspace, person, wanted)
    case 'usergroup':
    case 'deactivate':
    case 'reactivate':
      return () => administer(workspace, wanted)
    case 'open_dm':
      return () => openDm(workspace, person, wanted)
    case 'open_home':
      return () => openHome(app, person)
    case 'look':
      return () => ({})
    case 'mark_read':
      return () => read(workspace, person, wanted)
    default:
      return undefined
  }
}

function byTheApp(app: Interactivity, person: Person, wanted: Deed): Promise<Json> {
  switch (wanted.do) {
    case 'click':
      return use(app, person, wanted)
    case 'suggest':
      return suggestions(app, person, wanted)
    case 'submit':
      return send(app, person, wanted)
    case 'close':
      return dismissView(app, person, wanted)
    case 'command':
      return runCommand(app, person, wanted)
    case 'shortcut':
      return runShortcut(app, person, wanted)
    case 'message_shortcut':
      return runMessageShortcut(app, person, wanted)
    default:
      throw new Unable('not_supported', { value: wanted.do })
  }
}

function inWords(error: unknown, locale: string): Json {
  if (error instanceof Refusal) return { ok: false, error: say(locale, error.error), code: error.error }
  if (!(error instanceof Unable)) throw error
  const fields = Object.entries(error.fields ?? {}).map(([block, one]) => [block, say(locale, one.key, one.fill)])
  const errors = fields.length > 0 ? { errors: Object.fromEntries(fields) } : {}
  return { ok: false, error: say(locale, error.key, error.fill), code: error.key, ...errors }
}

/** Does what a person does in the client; refusals come back in words of that person's language. */
export async function act(app: Interactivity, deliveries: Deliveries, body: unknown): Promise<Json> {
  const parsed = deed.safeParse(body)
  if (!parsed.success) return { ok: false, error: z.prettifyError(parsed.error), code: 'invalid_act' }
  const wanted = parsed.data
  let locale = 'en'
  try {
    const person = personNamed(app.workspace, wanted.as ?? app.workspace.botId)
    locale = person.locale
    if (person.deleted) throw new Unable('user_disabled')
    if (wanted.as !== undefined) noteActivity(app.workspace, person.id)
    const work = atOnce(app, person, wanted)
    return { ok: true, ...(work ? await deliveries.caused(work) : await byTheApp(app, person, wanted)) }
  } catch (error) {
    return inWords(error, locale)
  }
}
