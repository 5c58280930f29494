import { cannotComeCommand, onItCommand } from './answer-call.ts'
import { callPeopleCommand } from './call-people.ts'
import { releasePeopleCommand } from './release-people.ts'

/** Who else is needed, and who no more, in the menu's order. */
export const callingCommands = {
  'call-people': callPeopleCommand,
  'release-people': releasePeopleCommand,
  'on-it': onItCommand,
  'cannot-come': cannotComeCommand,
} as const
