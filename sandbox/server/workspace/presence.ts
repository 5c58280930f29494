import type { StoredMessage } from './types.ts'
import type { Workspace } from './workspace.ts'

/**
 * Slack takes somebody for away after ten minutes without a sign of life.
 * Source: docs.slack.dev/apis/web-api/user-presence-and-status
 */
const sessionMs = 10 * 60_000

/**
 * Who is looking. Where ephemeral messages vanish, one reaches only a person who is active, and is gone when their session
 * is over or their client was loaded anew (docs.slack.dev/reference/methods/chat.postEphemeral).
 */
export class Presence {
  readonly #lastSeen = new Map<string, number>()
  /** The ephemeral messages that a picture showed already; the next one is like a reload. */
  readonly #shown = new Set<string>()
  /** Who has said that they are away. */
  readonly #away = new Set<string>()
  readonly #now: () => number

  /** `now` in milliseconds. */
  constructor(now: () => number) {
    this.#now = now
  }

  isActive(user: string): boolean {
    return this.#now() - (this.#lastSeen.get(user) ?? Number.NEGATIVE_INFINITY) < sessionMs
  }

  isAway(user: string): boolean {
    return this.#away.has(user)
  }

  setAway(user: string, away: boolean): void {
    if (away) this.#away.add(user)
    else this.#away.delete(user)
  }

  /** Somebody does something. True where a session begins with it: nothing ephemeral is on their screen then. */
  acts(user: string): boolean {
    const begins = !this.isActive(user)
    this.#lastSeen.set(user, this.#now())
    return begins
  }

  /** Shows a message in a picture; false where one showed it before. */
  show({ ts }: StoredMessage): boolean {
    if (this.#shown.has(ts)) return false
    this.#shown.add(ts)
    return true
  }

  clear(): void {
    this.#lastSeen.clear()
    this.#shown.clear()
    this.#away.clear()
  }
}

/** Notes that a person did something; what stood on the screen of a session that is over is gone. */
export function noteActivity(workspace: Workspace, user: string): void {
  const begins = workspace.presence.acts(user)
  if (!begins || workspace.settled.ephemerals === 'keep') return
  for (const channel of workspace.channels.kept.values()) {
    for (const { ts, ephemeral_to } of [...channel.ephemerals.values()]) {
      if (ephemeral_to !== user) continue
      channel.ephemerals.delete(ts)
      workspace.messageGone(channel, ts)
    }
  }
}
