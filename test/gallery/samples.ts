import { samples as broadcast } from '../../src/rooms/broadcast/messages.samples.ts'
import { samples as actions } from '../../src/rooms/card/actions/messages.samples.ts'
import { samples as followed } from '../../src/rooms/card/followed/messages.samples.ts'
import { samples as ladder } from '../../src/rooms/card/ladder/messages.samples.ts'
import { samples as learning } from '../../src/rooms/card/learning/messages.samples.ts'
import { samples as card } from '../../src/rooms/card/messages.samples.ts'
import { samples as rollCall } from '../../src/rooms/card/roll-call/messages.samples.ts'
import { samples as todos } from '../../src/rooms/card/todos/messages.samples.ts'
import { samples as owed } from '../../src/rooms/commands/learn/ladder.samples.ts'
import { samples as looking } from '../../src/rooms/commands/look/messages.samples.ts'
import { samples as commands } from '../../src/rooms/commands/messages.samples.ts'
import { samples as crew } from '../../src/rooms/crew/messages.samples.ts'
import { samples as declaration } from '../../src/rooms/declaration/messages.samples.ts'
import { samples as home } from '../../src/rooms/home/messages.samples.ts'
import { samples as sessions } from '../../src/rooms/sessions/messages.samples.ts'
import type { Sample } from '../../src/rooms/situation/sample.ts'
import { samples as talk } from '../../src/rooms/talk/messages.samples.ts'

/** Every message and form of the bot, in every state that somebody may meet. */
export const samples: readonly Sample[] = [
  ...home,
  ...declaration,
  ...card,
  ...actions,
  ...crew,
  ...todos,
  ...broadcast,
  ...commands,
  ...looking,
  ...rollCall,
  ...followed,
  ...ladder,
  ...owed,
  ...learning,
  ...talk,
  ...sessions,
]
