import type { AnyVerb } from '../incident/index.ts'
import type { Situation } from '../situation/index.ts'
import type { Sayable } from '../words/index.ts'
import { assembleCommands } from './assemble/commands.ts'
import { callingCommands } from './calling/commands.ts'
import type { Command } from './command.ts'
import { driveCommands } from './drive/commands.ts'
import { endCommands } from './end/commands.ts'
import { learnCommands } from './learn/commands.ts'
import { linkingCommands } from './linking/commands.ts'
import { lookCommands } from './look/commands.ts'
import { sayableOf } from './spoken.ts'

/** Every verb by the moment of the process that it belongs to, in the order of the menu. */
export const commandGroups = {
  drive: driveCommands,
  assemble: { ...assembleCommands, ...callingCommands, ...linkingCommands },
  end: endCommands,
  learn: learnCommands,
  look: lookCommands,
} as const
export type CommandGroup = keyof typeof commandGroups

/** Every verb and how it is done. */
export const commands = {
  ...driveCommands,
  ...assembleCommands,
  ...callingCommands,
  ...linkingCommands,
  ...endCommands,
  ...learnCommands,
  ...lookCommands,
}
export type Verb = keyof typeof commands

const known: ReadonlyMap<string, Command> = new Map(Object.entries(commands))

export const verbs = Object.keys(commands) as Verb[]

/** A command that is the face of one verb. */
export type ChangingCommand = Command & { does: AnyVerb }

/** Every command that does one verb: the API has a route for each. */
export const changingCommands: readonly ChangingCommand[] = Object.values<Command>(commands).filter(
  (command): command is ChangingCommand => command.does !== undefined,
)

/** The command of a button's or a menu's value; undefined for what an old or strange message says. */
export const commandOf = (value: string | null | undefined): Command | undefined => known.get(value ?? '')

/** What makes sense now, in the order of the process. */
export const offeredIn = (group: CommandGroup, situation: Situation): Command[] =>
  Object.values<Command>(commandGroups[group]).filter((command) => command.offered(situation))

/** The verbs of the whole menu now. */
export const menuVerbs = (situation: Situation): string[] =>
  (Object.keys(commandGroups) as CommandGroup[]).flatMap((group) => offeredIn(group, situation).map(({ verb }) => verb))

/** How people ask for the list of what is open, which they do anywhere. */
export const listing: Sayable = sayableOf(commands.list)

/** Everything that can be said of an incident. */
export const sayables = (): Sayable[] => Object.values<Command>(commands).map(sayableOf)
