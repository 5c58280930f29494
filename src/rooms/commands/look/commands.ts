import { listCommand } from './list.ts'

/** What shows something to the person who asks. */
export const lookCommands = {
  list: listCommand,
} as const
