import { wireFile } from '../files/wire-file.ts'
import { newId, newSecret } from '../ids.ts'
import { refuse, refuseArguments } from '../refusal.ts'
import { openConversation } from '../workspace/channels.ts'
import { isObject, objectsIn, textOf } from '../workspace/json.ts'
import { post } from '../workspace/messages.ts'
import type { StoredChannel, StoredFile } from '../workspace/types.ts'
import type { Call, Methods } from './call.ts'

/** Slack's limits: a snippet, and what describes an image. */
const largestSnippet = 1024 * 1024
const longestDescription = 1000

function announce({ workspace, args, actor }: Call) {
  const size = args.count('length', 0, Number.MAX_SAFE_INTEGER)
  if (size === 0) refuse('missing_argument')
  const alt_txt = args.optionalText('alt_txt')
  if (alt_txt !== undefined && alt_txt.length > longestDescription) refuse('alt_txt_too_large')
  const snippet_type = args.optionalText('snippet_type')
  if (snippet_type && size > largestSnippet) refuse('snippet_too_large')
  const name = args.text('filename')
  const file: StoredFile = {
    id: newId('F'),
    name,
    title: name,
    user: actor.id,
    created: workspace.seconds(),
    size,
    ticket: newSecret(),
    shares: [],
    ...(alt_txt ? { alt_txt } : {}),
    ...(snippet_type ? { snippet_type } : {}),
  }
  workspace.files.set(file.id, file)
  workspace.fileChanged(file)
  return { upload_url: `${workspace.url}/upload/v1/${file.ticket}`, file_id: file.id }
}

function fileOf(call: Call, id: string): StoredFile {
  const file = call.workspace.files.get(id)
  const seen = file?.shares.some(({ channel }) => call.workspace.channel(channel)?.members.has(call.actor.id))
  const inForm = file?.in_form === true && call.actor.bot
  if (!file || (file.user !== call.actor.id && !seen && !inForm)) refuse('file_not_found')
  return file
}

/** Where a file is to be shared: channels by id, or people by theirs for the direct message with them. */
function places({ workspace, args, actor }: Call): StoredChannel[] {
  const named = [...(args.has('channel_id') ? [args.text('channel_id')] : []), ...args.list('channels')]
  return [...new Set(named)].map((id) => {
    const channel = workspace.user(id)
      ? openConversation(workspace, [actor.id, id]).channel
      : workspace.visibleChannel(id, actor.id)
    if (!channel.members.has(actor.id)) refuse('not_in_channel')
    if (channel.is_archived) refuse('posting_to_channel_denied')
    return channel
  })
}

function complete(call: Call) {
  const { workspace, args, actor } = call
  const given = args.json('files')
  if (!Array.isArray(given) || given.length === 0 || !given.every(isObject))
    return refuseArguments('must provide an array [json-pointer:/files]')
  const files = objectsIn(given).map((each) => {
    const file = fileOf(call, textOf(each.id))
    if (file.bytes === undefined) refuse('file_not_found')
    if (typeof each.title === 'string' && each.title !== '') file.title = each.title
    return file
  })
  const blocks = args.json('blocks')
  const comment = args.text('initial_comment')
  const thread = args.optionalText('thread_ts')
  for (const channel of places(call)) {
    const draft = {
      text: comment,
      ...(comment === '' && Array.isArray(blocks) ? { blocks } : {}),
      ...(thread ? { thread_ts: thread } : {}),
    }
    // The message shows where its files are shared, so they are shared first, and with it.
    const ts = workspace.newTs()
    for (const file of files) file.shares.push({ channel: channel.id, ts })
    post(workspace, channel, actor, { ...draft, ts, files: files.map((file) => wireFile(workspace, file)) })
    for (const { id } of files) {
      const shared = { file_id: id, user_id: actor.id, file: { id }, channel_id: channel.id }
      workspace.happened({ type: 'file_shared', ...shared, event_ts: workspace.newTs() }, channel)
    }
  }
  for (const file of files) workspace.fileChanged(file)
  return { files: files.map((file) => wireFile(workspace, file)) }
}

function info(call: Call) {
  const file = fileOf(call, call.args.text('file'))
  return { file: wireFile(call.workspace, file), comments: [], response_metadata: { next_cursor: '' } }
}

function list(call: Call) {
  const { workspace, actor, args } = call
  const [user, where] = [args.optionalText('user'), args.optionalText('channel')]
  const all = [...workspace.files.values()].filter((file) => {
    const seen = file.shares.some(({ channel }) => workspace.channel(channel)?.members.has(actor.id))
    if (!seen && file.user !== actor.id) return false
    return (!user || file.user === user) && (!where || file.shares.some(({ channel }) => channel === where))
  })
  const count = args.count('count', 100, 1000)
  const number = args.count('page', 1, 1000)
  const shown = all.toReversed().slice((number - 1) * count, number * count)
  const paging = { count, total: all.length, page: number, pages: Math.max(1, Math.ceil(all.length / count)) }
  return { files: shown.map((file) => wireFile(workspace, file)), paging }
}

function remove(call: Call) {
  const file = fileOf(call, call.args.text('file'))
  if (file.user !== call.actor.id) refuse('cant_delete_file')
  call.workspace.files.delete(file.id)
  call.workspace.fileGone(file)
  return {}
}

export const files: Methods = {
  'files.getUploadURLExternal': announce,
  'files.completeUploadExternal': complete,
  'files.info': info,
  'files.list': list,
  'files.delete': remove,
}
