import { methodFacts } from '../../coverage/index.ts'

/** Calls a minute that Slack's tiers grant, per method and workspace. */
const perMinute: Readonly<Record<string, number>> = { t1: 1, t2: 20, t3: 50, t4: 100, special: 600, none: 100 }

/** `chat.postMessage`: about one a second in a channel, short bursts allowed. Also `chat.update` is counted by its tier only. */
const postsPerSecond = 1
const burst = 5

type Bucket = { left: number; at: number }

/** Slack's rate limits, as windows of a minute; posting has a bucket per channel. */
export class RateLimits {
  readonly #windows = new Map<string, number[]>()
  readonly #buckets = new Map<string, Bucket>()
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  clear(): void {
    this.#windows.clear()
    this.#buckets.clear()
  }

  /** Counts a call; answers the seconds of `Retry-After` when it is one too many, else undefined. */
  take(method: string, channel: string): number | undefined {
    if (method === 'chat.postMessage') return this.#post(channel)
    const most = perMinute[methodFacts.get(method)?.tier ?? 'none'] ?? 100
    const now = this.#now()
    const calls = (this.#windows.get(method) ?? []).filter((at) => at > now - 60_000)
    this.#windows.set(method, calls)
    const oldest = calls[0]
    if (calls.length >= most && oldest !== undefined) return Math.max(1, Math.ceil((oldest + 60_000 - now) / 1000))
    calls.push(now)
    return undefined
  }

  #post(channel: string): number | undefined {
    const now = this.#now()
    const bucket = this.#buckets.get(channel) ?? { left: burst, at: now }
    bucket.left = Math.min(burst, bucket.left + ((now - bucket.at) / 1000) * postsPerSecond)
    bucket.at = now
    this.#buckets.set(channel, bucket)
    if (bucket.left < 1) return 1
    bucket.left -= 1
    return undefined
  }
}
