import type { Locale } from '../../src/kit/i18n/index.ts'
import type { Audience } from '../../src/rooms/situation/sample.ts'
import { samples } from './samples.ts'
import { surfaceLines } from './transcript/surface.ts'

const readers: Record<Audience, string> = {
  channel: 'in the incident’s channel',
  elsewhere: 'in another channel',
  person: 'one person reads, as a direct message',
  alone: 'only one person in the channel sees',
  form: 'a form',
  home: 'the home tab',
}

const roomOf = (name: string): string => name.split('/')[0] ?? name

/** The rooms that have samples, in the order of the samples. */
export const rooms: readonly string[] = [...new Set(samples.map(({ name }) => roomOf(name)))]

/** All samples of a room in one language as people read them. */
export function roomTranscript(room: string, locale: Locale): string {
  const drawn = samples
    .filter(({ name }) => roomOf(name) === room)
    .map(({ name, to, render }) => [`═══ ${name} ═══ ${readers[to]}`, ...surfaceLines(render(locale)), ''].join('\n'))
  return drawn.join('\n')
}
