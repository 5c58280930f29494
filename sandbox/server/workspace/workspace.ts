import { allBlocksText, type Limit } from '../../block-kit/index.ts'
import type { ChangeBody } from '../../protocol.ts'
import { type InstalledApp, ourApp } from '../app/installed-app.ts'
import { Installations } from '../openid/installations.ts'
import { OpenId } from '../openid/openid.ts'
import { refuse } from '../refusal.ts'
import { appSettings } from '../seed/app.ts'
import { pictureOfChannel, pictureOfMessage, pictureOfUser, pictureOfUsergroup } from './picture.ts'
import { Presence } from './presence.ts'
import { Roll } from './roll.ts'
import { friendly, type Settled } from './settled.ts'
import type { Person, StoredCall, StoredChannel, StoredFile, StoredMessage, StoredUsergroup } from './types.ts'
import { Views } from './views.ts'

/** An event as Slack's Events API tells it, before it is put into an envelope. */
export type SlackEvent = { type: string; [field: string]: unknown }

export type Team = { id: string; name: string; domain: string }

/** What watches the workspace: the stream to browsers, the journal on disk, the app's event subscriptions. */
export type Watchers = {
  changed(change: ChangeBody): void
  happened(event: SlackEvent, channel: StoredChannel | undefined, botWasIn: boolean): void
  /** A file was announced, brought or shared; or taken away. */
  filed(id: string, file: StoredFile | undefined): void
  /** The bot's token may do something else. */
  scoped(scopes: readonly string[]): void
  /** A call was told of, or is another now. */
  called(call: StoredCall): void
}

/** The whole workspace in memory. Its rules are the functions beside it; this only holds, finds and tells. */
export class Workspace {
  readonly team: Team
  readonly users = new Roll<Person>()
  readonly usergroups = new Roll<StoredUsergroup>()
  readonly channels = new Roll<StoredChannel>()
  /** How unkind it is, as far as that does not stand in its channels. */
  settled: Settled = { ...friendly }
  readonly views: Views
  readonly presence: Presence
  /** Who is signing in to apps. */
  readonly openId: OpenId
  /** Who is installing the app. */
  readonly installations: Installations
  /** Tokens that were given back. */
  readonly revoked = new Set<string>()
  /** How far each person has read, by person and channel. */
  readonly reads = new Map<string, Map<string, string>>()
  readonly botId = appSettings.botUserId
  readonly app: InstalledApp
  scopes: string[]
  /** The app for which the workspace was kept that it was read from. */
  keptFor: string | undefined
  /** `http://127.0.0.1:<port>`, known once the server listens: where files are brought to and fetched from. */
  url = ''
  /** Files by id: what was announced, uploaded and shared. */
  readonly files = new Map<string, StoredFile>()
  /** Calls that apps have told of, by id. */
  readonly calls = new Map<string, StoredCall>()
  /** Whether links in what people post get previews, a moment later. */
  previews = true
  /** How much all blocks of a message may say together. */
  blocksText: Limit = allBlocksText
  readonly now: () => number
  watchers: Watchers = { changed() {}, happened() {}, filed() {}, scoped() {}, called() {} }
  #names = new Map<string, string>()
  #lastMicros = 0

  constructor(team: Team, now: () => number, app = ourApp) {
    this.team = team
    this.app = app
    this.scopes = [...app.scopes]
    this.now = now
    this.presence = new Presence(now)
    this.openId = new OpenId(now)
    this.installations = new Installations(now)
    this.views = new Views((change) => this.watchers.changed(change))
  }

  seconds(): number {
    return Math.floor(this.now() / 1000)
  }

  /** A new message's ts: unique in the workspace and always growing. */
  newTs(): string {
    this.#lastMicros = Math.max(Math.floor(this.now() * 1000), this.#lastMicros + 1)
    return `${Math.floor(this.#lastMicros / 1e6)}.${String(this.#lastMicros % 1e6).padStart(6, '0')}`
  }

  /** Keeps later ts above one read from the journal. */
  sawTs(ts: string): void {
    this.#lastMicros = Math.max(this.#lastMicros, Math.round(Number(ts) * 1e6))
  }

  user(id: string): Person | undefined {
    return this.users.get(id)
  }

  userByHandle(handle: string): Person | undefined {
    for (const user of this.users.kept.values()) if (user.name === handle) return user
    return this.users.madeAs(handle)
  }

  channel(id: string): StoredChannel | undefined {
    return this.channels.get(id)
  }

  channelByName(name: string): StoredChannel | undefined {
    const id = this.#names.get(name)
    if (id !== undefined) return this.channels.get(id)
    const made = this.channels.madeAs(name)
    return made?.name === name ? made : undefined
  }

  addChannel(channel: StoredChannel): void {
    this.channels.set(channel.id, channel)
    if (!channel.is_im && !channel.is_mpim) this.#names.set(channel.name, channel.id)
  }

  renameChannel(channel: StoredChannel, name: string): void {
    this.#names.delete(channel.name)
    channel.name = name
    this.#names.set(name, channel.id)
  }

  /** Gives a channel another id: whoever watches looks at everything anew. */
  changeChannelId(channel: StoredChannel, id: string): void {
    const before = channel.id
    this.dropChannel(channel)
    channel.id = id
    for (const bookmark of channel.bookmarks) bookmark.channel_id = id
    this.addChannel(channel)
    for (const marks of this.reads.values()) {
      const mark = marks.get(before)
      marks.delete(before)
      if (mark !== undefined) marks.set(id, mark)
    }
    this.watchers.changed({ kind: 'reset' })
  }

  /** Takes a channel out of the workspace without a trace. */
  dropChannel(channel: StoredChannel): void {
    this.channels.kept.delete(channel.id)
    if (this.#names.get(channel.name) === channel.id) this.#names.delete(channel.name)
  }

  /** The team that somebody belongs to. */
  teamOf(user: string | undefined): string {
    return (user === undefined ? undefined : this.users.get(user)?.team_id) ?? this.team.id
  }

  /** An installation adds to what the bot may do, and takes nothing away. */
  grantScopes(scopes: readonly string[]): void {
    this.scopes = [...new Set([...this.scopes, ...scopes])]
    this.watchers.scoped(this.scopes)
  }

  clear(): void {
    for (const map of [this.users, this.usergroups, this.channels, this.files, this.calls, this.reads, this.#names])
      map.clear()
    this.views.clear()
    this.presence.clear()
    this.openId.clear()
    this.installations.clear()
    this.revoked.clear()
    this.scopes = [...this.app.scopes]
  }

  /** The channel as one who may see it finds it: private ones only from inside. Refuses with `channel_not_found`. */
  visibleChannel(id: string, viewer: string): StoredChannel {
    const channel = this.channels.get(id)
    if (!channel) refuse('channel_not_found')
    if ((channel.is_private || channel.is_im || channel.is_mpim) && !channel.members.has(viewer))
      refuse('channel_not_found')
    return channel
  }

  happened(event: SlackEvent, channel?: StoredChannel, botWasIn = channel?.members.has(this.botId) ?? false): void {
    this.watchers.happened(event, channel, botWasIn)
  }

  userChanged(user: Person): void {
    this.users.keep(user)
    this.watchers.changed({ kind: 'user', user: pictureOfUser(user) })
  }

  usergroupChanged(usergroup: StoredUsergroup): void {
    this.usergroups.keep(usergroup)
    this.watchers.changed({ kind: 'usergroup', usergroup: pictureOfUsergroup(usergroup) })
  }

  channelChanged(channel: StoredChannel): void {
    this.#stepForward(channel.members)
    this.channels.keep(channel)
    this.watchers.changed({ kind: 'channel', channel: pictureOfChannel(channel) })
  }

  messageChanged(channel: StoredChannel, message: StoredMessage): void {
    if (this.channels.isOfCrowd(channel.id) && !this.channels.kept.has(channel.id)) this.channelChanged(channel)
    if (message.user !== undefined) this.#stepForward([message.user])
    this.watchers.changed({ kind: 'message', channel: channel.id, message: pictureOfMessage(message) })
  }

  /** Whoever of the crowd does something is shown from then on. */
  #stepForward(ids: Iterable<string>): void {
    if (!this.users.crowd) return
    for (const id of ids) {
      const person = this.users.isOfCrowd(id) && !this.users.kept.has(id) ? this.users.get(id) : undefined
      if (person) this.userChanged(person)
    }
  }

  fileChanged(file: StoredFile): void {
    this.watchers.filed(file.id, file)
  }

  callChanged(call: StoredCall): void {
    this.calls.set(call.id, call)
    this.watchers.called(call)
  }

  fileGone({ id }: StoredFile): void {
    this.watchers.filed(id, undefined)
  }

  messageGone(channel: StoredChannel, ts: string): void {
    this.watchers.changed({ kind: 'message_deleted', channel: channel.id, ts })
  }
}

/** The fields of a channel that begin empty. */
export function emptyChannel(): Pick<
  StoredChannel,
  | 'topic'
  | 'purpose'
  | 'previous_names'
  | 'bookmarks'
  | 'pins'
  | 'messages'
  | 'threads'
  | 'ephemerals'
  | 'scheduled'
  | 'is_archived'
  | 'is_general'
  | 'is_im'
  | 'is_mpim'
> {
  return {
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    previous_names: [],
    bookmarks: [],
    pins: [],
    messages: new Map(),
    threads: new Map(),
    ephemerals: new Map(),
    scheduled: [],
    is_archived: false,
    is_general: false,
    is_im: false,
    is_mpim: false,
  }
}
