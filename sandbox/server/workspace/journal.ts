import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Change } from '../../protocol.ts'
import { isObject, type Json } from './json.ts'
import { displace, place } from './messages.ts'
import { friendly, type Settled } from './settled.ts'
import type {
  Person,
  StoredCall,
  StoredChannel,
  StoredFile,
  StoredMessage,
  StoredUsergroup,
  StoredView,
} from './types.ts'
import type { Workspace } from './workspace.ts'

/** The file is written anew when it has grown by this many bytes. */
const compactAfter = 64 * 1024 * 1024

/** A line of the journal: what it is about, and that thing as it is now. */
export type Entry = { is: string; [field: string]: unknown }

/** A channel without its messages, as a line of the journal. */
function channelRecord(channel: StoredChannel): Entry {
  const { messages: _m, threads: _t, ephemerals: _e, members, ...fields } = channel
  return { is: 'channel', ...fields, members: [...members] }
}

function* everything(workspace: Workspace): Generator<Entry> {
  yield { is: 'app', name: workspace.app.name }
  yield { is: 'scopes', scopes: workspace.scopes }
  yield { is: 'settled', settled: workspace.settled }
  for (const user of workspace.users.kept.values()) yield { is: 'user', user }
  for (const usergroup of workspace.usergroups.kept.values()) yield { is: 'usergroup', usergroup }
  for (const channel of workspace.channels.kept.values()) {
    yield channelRecord(channel)
    for (const message of channel.messages.values()) yield { is: 'message', channel: channel.id, message }
    if (workspace.settled.ephemerals === 'vanish') continue
    for (const message of channel.ephemerals.values()) yield { is: 'message', channel: channel.id, message }
  }
  for (const [id, file] of workspace.files) yield { is: 'file', id, file }
  for (const call of workspace.calls.values()) yield { is: 'call', call }
  for (const view of workspace.views.homes.values()) yield { is: 'home', view }
  for (const [user, stack] of workspace.views.stacks) yield { is: 'stack', user, stack }
  for (const [user, marks] of workspace.reads)
    for (const [channel, ts] of marks) yield { is: 'read', user, channel, ts }
}

/**
 * Keeps the workspace on disk: one file of JSON lines, each change appended before the call that made it is answered, so a
 * killed sandbox forgets nothing it said. At the start the file is read and written anew, by an atomic rename.
 */
export class Journal {
  readonly #workspace: Workspace
  readonly #path: string
  /** What others keep in the journal: written along whenever it is written anew. */
  others: () => Iterable<Entry> = () => []
  #file: number | undefined
  #written = 0

  constructor(workspace: Workspace, folder: string) {
    this.#workspace = workspace
    mkdirSync(folder, { recursive: true })
    this.#path = join(folder, 'workspace.jsonl')
  }

  /**
   * Reads what is there into the empty workspace, and tells `onEvent` which events were on their way (and which
   * no longer); false when there is nothing. A last line cut short is left out.
   */
  load(onEvent: (id: string, pending: unknown) => void): boolean {
    if (!existsSync(this.#path)) return false
    const lines = readFileSync(this.#path, 'utf8').split('\n')
    const complete = lines.slice(0, -1)
    for (const line of complete) {
      const entry: Written = JSON.parse(line)
      if (entry.is === 'event') onEvent(entry.id, entry.pending)
      else restore(this.#workspace, entry)
    }
    return complete.length > 0
  }

  /** Writes all anew and goes on from there. */
  rewrite(): void {
    const lines = [...everything(this.#workspace), ...this.others()].map((entry) => JSON.stringify(entry))
    const fresh = `${this.#path}.new`
    writeFileSync(fresh, `${lines.join('\n')}\n`)
    if (this.#file !== undefined) closeSync(this.#file)
    renameSync(fresh, this.#path)
    this.#file = openSync(this.#path, 'a')
    this.#written = 0
  }

  /** Notes one change, from what the workspace now holds. */
  note(change: Omit<Change, 'seq'> & Json): void {
    if (change.kind === 'reset') {
      this.rewrite()
      return
    }
    const record = recordOf(this.#workspace, change)
    if (record) this.append(record)
  }

  append(record: Entry): void {
    if (this.#file === undefined) return
    this.#written += writeSync(this.#file, `${JSON.stringify(record)}\n`)
    if (this.#written > compactAfter) this.rewrite()
  }

  close(): void {
    if (this.#file === undefined) return
    closeSync(this.#file)
    this.#file = undefined
  }
}

function recordOf(workspace: Workspace, change: Json): Entry | undefined {
  const channel = workspace.channel(String(isObject(change.channel) ? change.channel.id : change.channel))
  switch (change.kind) {
    case 'user':
      return isObject(change.user) ? { is: 'user', user: workspace.user(String(change.user.id)) } : undefined
    case 'usergroup':
      return isObject(change.usergroup)
        ? { is: 'usergroup', usergroup: workspace.usergroups.get(String(change.usergroup.id)) }
        : undefined
    case 'channel':
      return channel ? channelRecord(channel) : undefined
    case 'message': {
      const ts = isObject(change.message) ? String(change.message.ts) : ''
      return { is: 'message', channel: channel?.id, message: channel?.messages.get(ts) ?? channel?.ephemerals.get(ts) }
    }
    case 'message_deleted':
      return { is: 'message_deleted', channel: change.channel, ts: change.ts }
    case 'view':
      return { is: 'stack', user: change.user, stack: workspace.views.stacks.get(String(change.user)) ?? [] }
    case 'home':
      return { is: 'home', view: workspace.views.homes.get(String(change.user)) }
    case 'read':
      return { is: 'read', user: change.user, channel: change.channel, ts: change.ts }
    default:
      return undefined
  }
}

/** The journal is written by this file alone, so what it says is taken by its word. */
type Written =
  | { is: 'app'; name: string }
  | { is: 'scopes'; scopes: string[] }
  | { is: 'settled'; settled: Settled }
  | { is: 'user'; user: Person }
  | { is: 'usergroup'; usergroup: StoredUsergroup }
  | (Omit<StoredChannel, 'members' | 'messages' | 'threads' | 'ephemerals'> & { is: 'channel'; members: string[] })
  | { is: 'message'; channel: string; message: StoredMessage }
  | { is: 'message_deleted'; channel: string; ts: string }
  | { is: 'file'; id: string; file?: StoredFile }
  | { is: 'call'; call: StoredCall }
  | { is: 'home'; view: StoredView }
  | { is: 'stack'; user: string; stack: StoredView[] }
  | { is: 'read'; user: string; channel: string; ts: string }
  | { is: 'event'; id: string; pending?: unknown }

function restore(workspace: Workspace, line: Exclude<Written, { is: 'event' }>): void {
  switch (line.is) {
    case 'app':
      workspace.keptFor = line.name
      return
    case 'scopes':
      workspace.scopes = line.scopes
      return
    case 'settled':
      workspace.settled = { ...friendly, ...line.settled }
      return
    case 'user':
      workspace.users.set(line.user.id, line.user)
      return
    case 'usergroup':
      workspace.usergroups.set(line.usergroup.id, line.usergroup)
      return
    case 'channel':
      restoreChannel(workspace, line)
      return
    case 'message':
      restoreMessage(workspace, line.channel, line.message)
      return
    case 'message_deleted': {
      const channel = workspace.channel(line.channel)
      if (channel && !channel.ephemerals.delete(line.ts)) displace(channel, line.ts)
      return
    }
    case 'file':
      if (line.file) workspace.files.set(line.id, line.file)
      else workspace.files.delete(line.id)
      return
    case 'call':
      workspace.calls.set(line.call.id, line.call)
      return
    case 'home':
      workspace.views.homes.set(line.view.user, line.view)
      return
    case 'stack':
      workspace.views.stacks.set(line.user, line.stack)
      return
    case 'read':
      workspace.reads.set(
        line.user,
        (workspace.reads.get(line.user) ?? new Map<string, string>()).set(line.channel, line.ts),
      )
  }
}

function restoreChannel(workspace: Workspace, line: Extract<Written, { is: 'channel' }>): void {
  const { is: _is, members, ...fields } = line
  const before = workspace.channel(line.id)
  if (before && before.name !== line.name) workspace.renameChannel(before, line.name)
  const { messages = new Map(), threads = new Map(), ephemerals = new Map() } = before ?? {}
  workspace.addChannel({ ...fields, messages, threads, ephemerals, members: new Set(members) })
}

function restoreMessage(workspace: Workspace, channelId: string, message: StoredMessage): void {
  const channel = workspace.channel(channelId)
  if (!channel) return
  workspace.sawTs(message.ts)
  if (message.ephemeral_to === undefined) place(channel, message)
  else channel.ephemerals.set(message.ts, message)
}
