import { joinCommand } from './join.ts'
import { takeHandlerCommand } from './take-handler.ts'

/** Who is there and who does what, in the menu's order. */
export const assembleCommands = {
  'take-handler': takeHandlerCommand,
  join: joinCommand,
} as const
