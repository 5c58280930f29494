import { announcing, type Feature, slotFace, waitsOf } from '../../rooms/faces/index.ts'
import { rolesAnnouncements } from './announcements.ts'
import { rolesCommands } from './commands.ts'
import { crewFacts, recipientsOfCrew } from './crew-facts.ts'
import { rolesHappened } from './happened.ts'
import { crewSlots } from './slots.ts'
import { roleWaits } from './waits.ts'

/** Who does what. */
export const roles: Feature = {
  name: 'roles',
  commands: rolesCommands,
  slots: {
    crew: slotFace({
      facts: crewFacts,
      recipients: (_core, facts) => recipientsOfCrew(facts),
      slots: ({ situation, facts, locales, voice }) => crewSlots(situation, facts, locales, voice),
    }),
  },
  announcements: announcing(rolesAnnouncements),
  happened: rolesHappened,
  waits: { role: waitsOf(roleWaits) },
}
