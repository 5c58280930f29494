import type { AnyVerb } from '../incident/index.ts'
import type { Situation } from '../situation/index.ts'
import type { Sayable } from '../words/index.ts'
import { assembleCommands } from './assemble/commands.ts'
import { assistantCommands } from './assistant/commands.ts'
import { callingCommands } from './calling/commands.ts'
import type { Command } from './command.ts'
import { driveCommands } from './drive/commands.ts'
import { endCommands } from './end/commands.ts'
import { learnCommands } from './learn/commands.ts'
import { linkingCommands } from './linking/commands.ts'
import { lookCommands } from './look/commands.ts'
import { moreCommand } from './more.ts'
import { sayableOf } from './spoken.ts'

/** Every verb by the moment of the process that it belongs to, in the order of the menu. */
export const commandGroups = {
  drive: driveCommands,
  assemble: { ...assembleCommands, ...callingCommands, ...linkingCommands },
  end: endCommands,
  learn: learnCommands,
  look: { ...assistantCommands, ...lookCommands },
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
  ...assistantCommands,
  more: moreCommand((group, situation) => offeredIn(group, situation)),
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

/** Every verb that makes sense now. */
export const offeredVerbs = (situation: Situation): string[] =>
  (Object.keys(commandGroups) as CommandGroup[]).flatMap((group) => offeredIn(group, situation).map(({ verb }) => verb))

const afterwards = ['ladder', 'assign-postmortem', 'plan-review', 'timeline', 'edit-times', 'join'] as const

/** The order of use, by how far the response is. */
const inUse: Record<'responding' | 'recovered' | 'over', readonly Verb[]> = {
  responding: [
    'take-handler',
    'move-channel',
    'update',
    'no-change',
    'recover',
    'set-level',
    'edit-summary',
    'add-todo',
    'call-people',
    'catch-up',
    'timeline',
    'hand-over',
    'claim-role',
    'link-channel',
    'set-type',
    'snooze',
    'join',
    'bring-back',
  ],
  recovered: ['move-channel', 'complete', 'reopen', 'postmortem', 'update', 'add-action', 'actions', ...afterwards],
  over: ['reopen', 'archive-now', 'put-off-archive', 'postmortem', 'add-action', 'actions', ...afterwards],
}

/** A menu that is longer than this nobody reads at night; `more` is the last of them. */
const mostInMenu = 12

/** The menu now, in the order of use: what is most asked for, and `more` with all the rest. */
export function menuVerbs(situation: Situation): Verb[] {
  const { status } = situation.incident
  const order = inUse[status === 'responding' || status === 'recovered' ? status : 'over']
  return [...order.filter((verb) => commands[verb].offered(situation)).slice(0, mostInMenu - 1), 'more']
}

/** How people ask for the list of what is open, which they do anywhere. */
export const listing: Sayable = sayableOf(commands.list)

/** Everything that can be said of an incident. */
export const sayables = (): Sayable[] => Object.values<Command>(commands).map(sayableOf)
