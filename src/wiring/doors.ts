import type { Doors } from '../kit/slack/doors.ts'
import { registerActions } from '../rooms/actions/slack.ts'
import { registerAssembly } from '../rooms/assembly/index.ts'
import { foretell } from '../rooms/broadcast/index.ts'
import { registerCalls } from '../rooms/calls/slack.ts'
import { registerChannel } from '../rooms/channel/index.ts'
import { registerCommands } from '../rooms/commands/index.ts'
import { registerCrew } from '../rooms/crew/index.ts'
import { registerDeclaration } from '../rooms/declaration/index.ts'
import { registerDirectory } from '../rooms/directory/index.ts'
import type { World } from '../rooms/facts/index.ts'
import { registerHome } from '../rooms/home/index.ts'
import type { Inbox } from '../rooms/inbox/index.ts'
import { registerRecord } from '../rooms/record/slack.ts'
import { registerRoles } from '../rooms/roles/index.ts'
import { foundAtOnce } from '../rooms/search/index.ts'
import { registerSearch } from '../rooms/search/slack.ts'
import { registerRightsWatch, registerTalk } from '../rooms/talk/index.ts'
import { registerTodos } from '../rooms/todos/slack.ts'

/** Registers each room's door for Slack. Rooms hear an event in this order: TODOs and action items read what the record has kept of a message. */
export function openDoors(doors: Doors, world: World, inbox: Inbox): void {
  registerCommands(doors, world, foretell)
  registerDeclaration(doors, world)
  registerTalk(doors, world, foretell)
  registerChannel(doors, world)
  registerRecord(doors, world, inbox, foundAtOnce(world))
  registerTodos(doors, world)
  registerActions(doors, world)
  registerSearch(doors, world)
  registerAssembly(doors, world)
  registerCalls(doors, world)
  registerDirectory(doors, world)
  registerRightsWatch(doors, world)
  registerRoles(doors, world)
  registerCrew(doors, world)
  registerHome(doors, world)
}
