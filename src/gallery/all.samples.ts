import { samples as actions } from '../features/actions/messages.samples.ts'
import { samples as rollCall } from '../features/calls/messages.samples.ts'
import { samples as followed } from '../features/channel/messages.samples.ts'
import { samples as owed } from '../features/ladder/ladder.samples.ts'
import { samples as ladder } from '../features/ladder/messages.samples.ts'
import { samples as learning } from '../features/postmortem/messages.samples.ts'
import { samples as record } from '../features/record/messages.samples.ts'
import { samples as todos } from '../features/todos/messages.samples.ts'
import { samples as broadcast } from '../rooms/broadcast/messages.samples.ts'
import { samples as card } from '../rooms/card/messages.samples.ts'
import { samples as looking } from '../rooms/commands/look/messages.samples.ts'
import { samples as commands } from '../rooms/commands/messages.samples.ts'
import { samples as crew } from '../rooms/crew/messages.samples.ts'
import { samples as declaration } from '../rooms/declaration/messages.samples.ts'
import { samples as home } from '../rooms/home/messages.samples.ts'
import { samples as sessions } from '../rooms/sessions/messages.samples.ts'
import type { Sample } from '../rooms/situation/sample.ts'
import { samples as talk } from '../rooms/talk/messages.samples.ts'

/** Every message and form of the bot, in every state that somebody may meet. */
export const samples: readonly Sample[] = [
  ...home,
  ...declaration,
  ...card,
  ...actions,
  ...crew,
  ...todos,
  ...record,
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
