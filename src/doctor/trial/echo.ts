import { type Clock, sleep } from '../../kit/clock.ts'
import type { Sound } from '../grounds.ts'
import { isHeld } from '../held.ts'
import type { TrialGrounds } from './grounds.ts'

/** What was heard since the trial began. */
export interface Echoes {
  /** Whether anything can be heard at all. */
  readonly canHear: boolean
  /** Waits for a sound that fits, and acknowledges it. Undefined when none has come within `ms` milliseconds. */
  await(fits: (sound: Sound) => boolean, ms: number): Promise<Sound | undefined>
  end(): void
}

const everyMs = 50

/** Begins to hear: what the bot hears that runs, or by a connection of its own where none runs anywhere. */
export async function listen({ clock, hear, isRunning, facts, signal }: TrialGrounds): Promise<Echoes> {
  const heard: Sound[] = []
  const mayHear = isRunning || !(await isHeld({ isRunning, facts }))
  const end = mayHear ? await hear((sound) => heard.push(sound)) : undefined
  return {
    canHear: end !== undefined,
    await: (fits, ms) => find(heard, fits, { clock, ms, signal }),
    end: () => end?.(),
  }
}

async function find(
  heard: Sound[],
  fits: (sound: Sound) => boolean,
  { clock, ms, signal }: { clock: Clock; ms: number; signal: AbortSignal },
): Promise<Sound | undefined> {
  for (let waited = 0; ; waited += everyMs) {
    const sound = heard.find(fits)
    if (sound) {
      heard.splice(heard.indexOf(sound), 1)
      sound.acknowledge()
      return sound
    }
    if (waited >= ms || signal.aborted) return undefined
    await sleep(clock, everyMs)
  }
}

/** The event of a sound; empty where it is something that somebody pressed. */
export const eventOf = ({ body }: Sound): Readonly<Record<string, unknown>> => fieldsOf(body.event)

/** The channel that an event is about, wherever it stands. */
export function channelOf(sound: Sound): string | undefined {
  const event = eventOf(sound)
  const found = [event.channel, fieldsOf(event.channel).id, event.channel_id].find((each) => typeof each === 'string')
  return typeof found === 'string' ? found : undefined
}

export const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}
