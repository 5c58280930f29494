import { assignRoleCommand } from './assign-role.ts'
import { claimRoleCommand } from './claim-role.ts'
import { declineHandOverCommand } from './decline-hand-over.ts'
import { acceptHandOverCommand, handOverCommand } from './hand-over.ts'
import { joinCommand } from './join.ts'
import { releaseRoleCommand } from './release-role.ts'
import { takeHandlerCommand } from './take-handler.ts'

/** Who is there and who does what, in the menu's order. */
export const assembleCommands = {
  'take-handler': takeHandlerCommand,
  join: joinCommand,
  'claim-role': claimRoleCommand,
  'assign-role': assignRoleCommand,
  'hand-over': handOverCommand,
  'accept-hand-over': acceptHandOverCommand,
  'decline-hand-over': declineHandOverCommand,
  'release-role': releaseRoleCommand,
} as const
