import { BadContent, changed, markdownIn } from '../canvases/edits.ts'
import { isOfType, sectionsOf, wholeOf } from '../canvases/sections.ts'
import { newId, newSecret } from '../ids.ts'
import { refuse } from '../refusal.ts'
import { textOf } from '../workspace/json.ts'
import type { StoredChannel, StoredFile } from '../workspace/types.ts'
import type { Call, Methods } from './call.ts'

type Canvas = StoredFile & { canvas: NonNullable<StoredFile['canvas']> }

/** The largest canvas that is kept here, in characters; Slack names no number. */
const largest = 4 * 1_048_576

const isCanvas = (file: StoredFile): file is Canvas => file.canvas !== undefined

function canvasOfChannel({ workspace }: Call, channel: StoredChannel): Canvas | undefined {
  return [...workspace.files.values()].filter(isCanvas).find(({ canvas }) => canvas.channel === channel.id)
}

/** What somebody may do with a canvas: their own, their channel's, or as they were let. */
function accessOf({ workspace, actor }: Call, { user, canvas }: Canvas): 'none' | 'read' | 'write' | 'owner' {
  if (user === actor.id) return 'owner'
  const isMember = (id: string) => workspace.channel(id)?.members.has(actor.id) ?? false
  const levels = [
    ...(canvas.channel !== undefined && isMember(canvas.channel) ? ['write' as const] : []),
    ...canvas.access.filter(({ id }) => id === actor.id || isMember(id)).map(({ level }) => level),
  ]
  return levels.includes('write') ? 'write' : levels.includes('read') ? 'read' : 'none'
}

function canvasOf(call: Call, needs: 'read' | 'write' | 'owner'): Canvas {
  const file = call.workspace.files.get(call.args.text('canvas_id'))
  if (!file || !isCanvas(file)) return refuse('canvas_not_found')
  const may = accessOf(call, file)
  if (may === 'none') refuse('canvas_not_found')
  if ((needs === 'write' && may === 'read') || (needs === 'owner' && may !== 'owner')) refuse('restricted_action')
  return file
}

/** Does what may find bad content, and refuses that in Slack's word with what is wrong. */
function orRefuse<T>(error: string, work: () => T): T {
  try {
    return work()
  } catch (problem) {
    if (!(problem instanceof BadContent)) throw problem
    return refuse(error, { detail: problem.message })
  }
}

function make(call: Call, channel: StoredChannel | undefined): { canvas_id: string } {
  const { workspace, args, actor } = call
  const content = args.json('document_content')
  const markdown = orRefuse('canvas_creation_failed', () => (content === undefined ? '' : markdownIn(content)))
  const title = args.text('title')
  const canvas: Canvas = {
    id: newId('F'),
    name: title || 'Untitled',
    title,
    user: actor.id,
    created: workspace.seconds(),
    size: Buffer.byteLength(markdown),
    ticket: newSecret(),
    shares: [],
    canvas: { sections: sectionsOf(markdown), access: [], ...(channel ? { channel: channel.id } : {}) },
  }
  workspace.files.set(canvas.id, canvas)
  workspace.fileChanged(canvas)
  if (channel) workspace.channelChanged(channel)
  return { canvas_id: canvas.id }
}

function memberOf({ workspace, actor, args }: Call, error: string): StoredChannel {
  const channel = workspace.channel(args.text('channel_id'))
  if (!channel?.members.has(actor.id)) return refuse(error)
  return channel
}

function create(call: Call) {
  const isFree = call.workspace.settled.plan === 'free'
  if (!call.args.has('channel_id')) {
    if (isFree) refuse('free_teams_cannot_create_standalone_canvases')
    return make(call, undefined)
  }
  const channel = memberOf(call, 'canvas_creation_failed')
  if (isFree && canvasOfChannel(call, channel)) refuse('free_team_canvas_tab_already_exists')
  return make(call, channel)
}

function createOfChannel(call: Call) {
  const channel = memberOf(call, 'channel_canvas_creation_failed')
  if (canvasOfChannel(call, channel)) refuse('channel_canvas_already_exists')
  return make(call, channel)
}

function edit(call: Call) {
  const file = canvasOf(call, 'write')
  const changes = call.args.json('changes')
  if (!Array.isArray(changes) || changes.length === 0) return refuse('canvas_editing_failed')
  const before = { title: file.title, sections: file.canvas.sections }
  const after = orRefuse('canvas_editing_failed', () => changes.reduce(changed, before))
  const whole = wholeOf(after.sections)
  if (whole.length > largest) refuse('canvas_too_large')
  file.title = after.title
  file.name = after.title || 'Untitled'
  file.size = Buffer.byteLength(whole)
  file.canvas.sections = after.sections
  call.workspace.fileChanged(file)
  return {}
}

function remove(call: Call) {
  const file = canvasOf(call, 'owner')
  call.workspace.files.delete(file.id)
  call.workspace.fileGone(file)
  return {}
}

function lookUp(call: Call) {
  const { canvas } = canvasOf(call, 'read')
  const criteria = call.args.object('criteria') ?? {}
  const types = Array.isArray(criteria.section_types) ? criteria.section_types.map(String) : undefined
  const contained = textOf(criteria.contains_text)
  if (types === undefined && contained === '') refuse('invalid_arguments')
  const fits = canvas.sections.filter(
    (section) =>
      (types === undefined || types.some((type) => isOfType(section, type))) &&
      section.markdown.toLowerCase().includes(contained.toLowerCase()),
  )
  return { sections: fits.map(({ id }) => ({ id })) }
}

/** The channels or the people of `canvases.access.*`, of which exactly one kind is named. */
function named({ workspace, args }: Call): string[] {
  const [channels, users] = [args.list('channel_ids'), args.list('user_ids')]
  if ((channels.length === 0) === (users.length === 0)) refuse('invalid_parameters')
  for (const id of channels) if (!workspace.channel(id)) refuse('channel_not_found')
  for (const id of users) if (!workspace.user(id)) refuse('user_not_found')
  return [...channels, ...users]
}

/** A list may come as JSON in a form. */
function asList(call: Call): Call {
  for (const name of ['channel_ids', 'user_ids']) {
    const value = call.args.raw[name]
    if (typeof value === 'string' && value.startsWith('[')) call.args.raw[name] = call.args.json(name)
  }
  return call
}

function letIn(call: Call) {
  const file = canvasOf(call, 'owner')
  const level = call.args.text('access_level')
  if (level !== 'read' && level !== 'write' && level !== 'owner') refuse('invalid_parameters')
  const ids = named(asList(call))
  if (level === 'owner') {
    const [owner, ...more] = ids
    if (owner === undefined || more.length > 0 || !call.workspace.user(owner)) refuse('invalid_parameters')
    file.user = owner
  } else {
    const others = file.canvas.access.filter(({ id }) => !ids.includes(id))
    file.canvas.access = [...others, ...ids.map((id) => ({ id, level }) as const)]
  }
  call.workspace.fileChanged(file)
  return {}
}

function letOut(call: Call) {
  const file = canvasOf(call, 'owner')
  const ids = named(asList(call))
  file.canvas.access = file.canvas.access.filter(({ id }) => !ids.includes(id))
  call.workspace.fileChanged(file)
  return {}
}

export const canvases: Methods = {
  'canvases.access.delete': letOut,
  'canvases.access.set': letIn,
  'canvases.create': create,
  'canvases.delete': remove,
  'canvases.edit': edit,
  'canvases.sections.lookup': lookUp,
  'conversations.canvases.create': createOfChannel,
}
