import type { Command } from '../../rooms/faces/index.ts'
import { excludePeopleCommand } from './exclude-people.ts'
import { moveChannelCommand } from './move-channel.ts'
import { setVisibilityCommand } from './set-visibility.ts'

export const privacyCommands = {
  'set-visibility': setVisibilityCommand,
  'move-channel': moveChannelCommand,
  'exclude-people': excludePeopleCommand,
} as const
type Own = typeof privacyCommands

declare module '../../rooms/faces/verbs.ts' {
  interface Verbs extends Record<keyof Own, Command> {}
}
