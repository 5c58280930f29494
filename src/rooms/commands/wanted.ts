import type { Command } from '../faces/index.ts'
import type { Situation } from '../situation/index.ts'
import { type Heard, type Sayable, understand } from '../words/index.ts'
import { commandOf, sayables } from './registry.ts'
import type { Said } from './said.ts'

/** More things to choose from are no help. */
const mostThings = 5

/** What somebody wants who says something where an incident is. */
export type Wanted =
  | { is: 'nothing' }
  | { is: 'unknown' }
  /** One of the other things that can be said there. */
  | { is: 'other'; key: string; heard: Heard }
  /** Verbs of which none can be done now. */
  | { is: 'not-now'; commands: readonly Command[] }
  | { is: 'said'; said: readonly Said[]; isSure: boolean }

/** Understands words about an incident; `others` can be said there as well. Pure. */
export function wantedIn(
  words: string,
  situation: Situation,
  { by, channel }: { by: string; channel: string },
  others: readonly Sayable[],
): Wanted {
  if (words.trim() === '') return { is: 'nothing' }
  const meant = understand(words, [...others, ...sayables()])
  const other = meant.find(({ key }) => others.some((each) => each.key === key))
  if (other) return { is: 'other', key: other.key, heard: other.heard }
  const known = meant.flatMap(({ key, heard }) => {
    const command = commandOf(key)
    return command ? [{ command, heard }] : []
  })
  if (known.length === 0) return { is: 'unknown' }
  const said = known.flatMap(({ command, heard }) => possible(command, heard, situation, { by, channel }))
  if (said.length === 0) return { is: 'not-now', commands: known.map(({ command }) => command) }
  return { is: 'said', said: said.slice(0, mostThings), isSure: said.length === 1 && meant[0]?.isSure === true }
}

/** What a verb can be about now; or the verb in whose form its buttons stand. */
function possible(command: Command, heard: Heard, situation: Situation, who: { by: string; channel: string }): Said[] {
  const { meant, within } = command.spoken
  const things = meant
    ? meant(situation, { ...who, number: heard.number })
    : command.offered(situation)
      ? [{ argument: null }]
      : []
  if (things.length > 0) return things.map((thing) => ({ command, thing, heard }))
  const shown = within === undefined ? undefined : commandOf(within)
  return shown?.offered(situation) ? [{ command: shown, thing: { argument: null }, heard: {} }] : []
}
