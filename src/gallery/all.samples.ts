import { features } from '../features/all.ts'
import { samples as broadcast } from '../rooms/broadcast/messages.samples.ts'
import { samples as card } from '../rooms/card/messages.samples.ts'
import { samples as looking } from '../rooms/commands/look/messages.samples.ts'
import { samples as commands } from '../rooms/commands/messages.samples.ts'
import { samples as crew } from '../rooms/crew/messages.samples.ts'
import { samples as declaration } from '../rooms/declaration/messages.samples.ts'
import { samples as home } from '../rooms/home/messages.samples.ts'
import { samples as sessions } from '../rooms/sessions/messages.samples.ts'
import type { Sample } from '../rooms/situation/index.ts'
import { samples as talk } from '../rooms/talk/messages.samples.ts'

const ofFeatures = await Promise.all(features.map(async (feature) => (await feature.samples?.())?.samples ?? []))

/** Every message and form of the bot, in every state that somebody may meet. */
export const samples: readonly Sample[] = [
  ...home,
  ...declaration,
  ...card,
  ...crew,
  ...broadcast,
  ...commands,
  ...looking,
  ...ofFeatures.flat(),
  ...talk,
  ...sessions,
]
