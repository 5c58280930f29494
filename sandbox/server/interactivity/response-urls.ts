import { checkMessage } from '../../block-kit/index.ts'
import { newSecret } from '../ids.ts'
import { Refusal, refuse } from '../refusal.ts'
import { edit, remove } from '../workspace/change-message.ts'
import { type Json, objectsIn, textOf } from '../workspace/json.ts'
import { post, postEphemeral } from '../workspace/messages.ts'
import type { Draft, StoredChannel, StoredMessage } from '../workspace/types.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** Slack: five times within thirty minutes. */
const mostUses = 5
const life = 30 * 60_000

type Address = { user: string; channel: string; message?: string; thread?: string; uses: number; until: number }

/** The addresses to which an app may answer an interaction without a token. */
export class ResponseUrls {
  readonly #addresses = new Map<string, Address>()
  readonly #workspace: Workspace
  /** `http://127.0.0.1:<port>`, known once the server listens. */
  base = ''

  constructor(workspace: Workspace) {
    this.#workspace = workspace
  }

  issue(user: string, channel: StoredChannel, message?: StoredMessage): string {
    const now = this.#workspace.now()
    for (const [old, address] of this.#addresses) if (address.until < now) this.#addresses.delete(old)
    const id = newSecret()
    const thread = message?.thread_ts
    this.#addresses.set(id, {
      user,
      channel: channel.id,
      uses: 0,
      until: now + life,
      ...(message ? { message: message.ts } : {}),
      ...(thread === undefined ? {} : { thread }),
    })
    return `${this.base}/actions/${this.#workspace.team.id}/${id}`
  }

  /** Takes what the app sends to an address. Refuses with `used_url`, `expired_url`, or what is wrong with the message. */
  receive(id: string, body: Json): void {
    const address = this.#addresses.get(id)
    const channel = address ? this.#workspace.channel(address.channel) : undefined
    if (!address || !channel || address.until < this.#workspace.now()) throw new Refusal('expired_url')
    if (address.uses >= mostUses) throw new Refusal('used_url')
    address.uses += 1
    this.answer(address.user, channel, body, address)
  }

  /** Posts, replaces or deletes, as `response_type`, `replace_original` and `delete_original` say. */
  answer(user: string, channel: StoredChannel, body: Json, from: { message?: string; thread?: string } = {}): void {
    const bot = { id: this.#workspace.botId, bot: true }
    const original =
      from.message === undefined
        ? undefined
        : (channel.messages.get(from.message) ?? channel.ephemerals.get(from.message))
    if (body.delete_original === true) {
      if (original) remove(this.#workspace, channel, original)
      return
    }
    const problems = checkMessage(body, { blocksText: this.#workspace.blocksText })
    const [first] = problems
    if (first) refuse(first.error, { response_metadata: { messages: problems.map(({ message }) => message) } })
    const draft: Draft = {
      text: textOf(body.text),
      blocks: objectsIn(body.blocks),
      attachments: objectsIn(body.attachments),
    }
    if (body.replace_original === true && original) {
      edit(this.#workspace, channel, original, draft, bot)
      return
    }
    const thread_ts = textOf(body.thread_ts) || from.thread
    const placed = thread_ts === undefined || thread_ts === '' ? draft : { ...draft, thread_ts }
    if (body.response_type === 'in_channel') post(this.#workspace, channel, bot, placed)
    else postEphemeral(this.#workspace, channel, bot, user, placed)
  }
}
