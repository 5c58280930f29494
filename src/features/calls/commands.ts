import type { Command } from '../../rooms/faces/index.ts'
import { cannotComeCommand, onItCommand } from './answer-call.ts'
import { callPeopleCommand } from './call-people.ts'
import { releasePeopleCommand } from './release-people.ts'

export const callsCommands = {
  'call-people': callPeopleCommand,
  'release-people': releasePeopleCommand,
  'on-it': onItCommand,
  'cannot-come': cannotComeCommand,
} as const
type Own = typeof callsCommands

declare module '../../rooms/faces/verbs.ts' {
  interface Verbs extends Record<keyof Own, Command> {}
}
