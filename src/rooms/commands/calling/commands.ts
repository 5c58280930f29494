import { cannotComeCommand, onItCommand } from './answer-call.ts'
import { callPeopleCommand } from './call-people.ts'
import { excludePeopleCommand } from './exclude-people.ts'
import { answerPageCommand, pageCommand } from './page.ts'
import { releasePeopleCommand } from './release-people.ts'

/** Who else is needed, and who no longer, in the menu's order. */
export const callingCommands = {
  'call-people': callPeopleCommand,
  page: pageCommand,
  'answer-page': answerPageCommand,
  'release-people': releasePeopleCommand,
  'exclude-people': excludePeopleCommand,
  'on-it': onItCommand,
  'cannot-come': cannotComeCommand,
} as const
