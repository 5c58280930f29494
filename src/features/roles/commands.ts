import type { Command } from '../../rooms/faces/index.ts'
import { assignRoleCommand } from './assign-role.ts'
import { claimRoleCommand } from './claim-role.ts'
import { declineHandOverCommand } from './decline-hand-over.ts'
import { acceptHandOverCommand, handOverCommand } from './hand-over.ts'
import { joinCommand } from './join.ts'
import { releaseRoleCommand } from './release-role.ts'
import { takeHandlerCommand } from './take-handler.ts'

export const rolesCommands = {
  'take-handler': takeHandlerCommand,
  join: joinCommand,
  'claim-role': claimRoleCommand,
  'assign-role': assignRoleCommand,
  'hand-over': handOverCommand,
  'accept-hand-over': acceptHandOverCommand,
  'decline-hand-over': declineHandOverCommand,
  'release-role': releaseRoleCommand,
} as const
type Own = typeof rolesCommands

declare module '../../rooms/faces/verbs.ts' {
  interface Verbs extends Record<keyof Own, Command> {}
}
