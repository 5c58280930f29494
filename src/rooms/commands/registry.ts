import { features } from '../../features/all.ts'
import { type Command, putUpMenu, sayableOf, type Verb } from '../faces/index.ts'
import type { AnyVerb } from '../incident/index.ts'
import type { Situation } from '../situation/index.ts'
import type { Sayable } from '../words/index.ts'
import { listCommand } from './look/list.ts'
import { moreCommand } from './more.ts'
import { type CommandGroup, menuOrder, mostInMenu, orderOfUse } from './order.ts'

const own = { list: listCommand }
type Own = typeof own

declare module '../faces/verbs.ts' {
  interface Verbs extends Record<keyof Own | 'more', Command> {}
}

const more = moreCommand((group, situation) => offeredIn(group, situation))

const known: ReadonlyMap<string, Command> = new Map(
  [own, { more }, ...features.map(({ commands = {} }) => commands)].flatMap((each) => Object.entries<Command>(each)),
)

/** The command of a button's or a menu's value; undefined for what an old or strange message says. */
export const commandOf = (value: string | null | undefined): Command | undefined => known.get(value ?? '')

function commandNamed(verb: Verb): Command {
  const command = known.get(verb)
  if (!command) throw new Error(`No feature brings ${verb}`)
  return command
}

export const commandGroups = Object.keys(menuOrder) as readonly CommandGroup[]

/** Every verb, in the order of the menu. */
export const verbs: readonly Verb[] = [...commandGroups.flatMap((group): readonly Verb[] => menuOrder[group]), 'more']

/** Every verb and how it is done. Throws while the program is loaded where a verb is brought that has no place in the menu, or the reverse. */
export const commands: Readonly<Record<Verb, Command>> = placed()

function placed(): Record<Verb, Command> {
  const lost = [...known.keys()].filter((verb) => !verbs.some((each) => each === verb))
  if (lost.length > 0) throw new Error(`${lost.join(', ')}: has no place in the menu (src/rooms/commands/order.ts)`)
  // Each of them is there, and no other.
  return Object.fromEntries(verbs.map((verb) => [verb, commandNamed(verb)])) as Record<Verb, Command>
}

/** A command that is the face of one verb. */
export type ChangingCommand = Command & { does: AnyVerb }

/** Every command that does one verb: the API has a route for each. */
export const changingCommands: readonly ChangingCommand[] = Object.values<Command>(commands).filter(
  (command): command is ChangingCommand => command.does !== undefined,
)

/** What makes sense now, in the order of the process. */
export const offeredIn = (group: CommandGroup, situation: Situation): Command[] =>
  menuOrder[group].map((verb) => commands[verb]).filter((command) => command.offered(situation))

/** Every verb that makes sense now. */
export const offeredVerbs = (situation: Situation): string[] =>
  commandGroups.flatMap((group) => offeredIn(group, situation).map(({ verb }) => verb))

/** The menu now, in the order of use: what is most asked for, and `more` with all the rest. */
export function menuVerbs(situation: Situation): Verb[] {
  const { status } = situation.incident
  const order = orderOfUse[status === 'responding' || status === 'recovered' ? status : 'over']
  return [...order.filter((verb) => commands[verb].offered(situation)).slice(0, mostInMenu - 1), 'more']
}

/** How people ask for the list of what is open, which they do anywhere. */
export const listing: Sayable = sayableOf(commands.list)

/** Everything that can be said of an incident. */
export const sayables = (): Sayable[] => Object.values<Command>(commands).map(sayableOf)

putUpMenu({ commandOf: commandNamed, offeredNow: menuVerbs })
