import type { Reader } from '../../kit/db/index.ts'
import type { Locale } from '../../kit/i18n/index.ts'
import type { Viewer } from '../access/index.ts'
import type { Core } from '../reading/index.ts'
import type { Settings } from '../settings/index.ts'
import type { Voice } from '../situation/index.ts'
import type { Verb } from './verbs.ts'

/** Who looks what waits for them, and where. */
export type Asking = {
  /** Reads in one statement what all features ask in the same turn. */
  reader: Reader
  viewer: Viewer
  /** The incidents in which they have a part, the newest first. What is asked before it is there goes in the first statement. */
  ids: Promise<readonly string[]>
  /** The same, read with what is asked once the ids are there. */
  cores: Promise<readonly Core[]>
}

/** For whom, and when. */
export type Whom = { userId: string; now: Date; settings: Settings }

/** One thing that waits for a person. */
export type Wait = {
  core: Core
  /** What it is about: people's own words with the ids of whom they name, or plain words; null where its kind says all. */
  about: { said: string | null } | { plain(locale: Locale): string | null } | null
  /** A moment or a day, as ISO 8601; null where it is for no time. */
  due: string | null
  /** As App Home shows it, in mrkdwn, and the verb that does it; `gaps` name where it is. */
  row(gaps: { where: string; title: string }, voice: Voice): { words: string; verb?: Verb; argument?: string }
}

/** What of one kind waits for people: what it reads, and what of that waits for one of them. */
export type WaitFace<Part> = {
  read(asking: Asking): Promise<Part>
  waits(part: Part, whom: Whom): Wait[]
}

/** What waits for whoever asks. */
export type Waits = (asking: Asking, whom: Whom) => Promise<Wait[]>

/** A face as its feature brings it: nobody else knows what it reads. */
export const waitsOf =
  <Part>({ read, waits }: WaitFace<Part>): Waits =>
  async (asking, whom) =>
    waits(await read(asking), whom)
