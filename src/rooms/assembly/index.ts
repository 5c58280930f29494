export {
  type AssembledChannel,
  type AssembledPerson,
  type Gap,
  neededPeople,
  type Skip,
  wasCalled,
} from './assembly.ts'
export { bringAlong } from './bring-along.ts'
export { followPress } from './come.ts'
export { effects } from './effects.ts'
export { excludePeople } from './exclude-people.ts'
export { findRenumbered } from './find-renumbered.ts'
export { assembleJob, bringAlongJob, sweepMembersJob } from './jobs.ts'
export { join } from './join.ts'
export { linkChannel, unlinkChannel } from './link.ts'
export { createLinkedThreads, type LinkedThreads } from './linked-threads.ts'
export { lookUp } from './look-up.ts'
export { losingPeople } from './losing.ts'
export { knows, mayKnow, sees } from './may-know.ts'
export { moveChannel } from './move-channel.ts'
export { placeName } from './place.ts'
export { setVisibility } from './set-visibility.ts'
export { assembleAll, lookAgain } from './settle.ts'
export { registerAssembly } from './slack.ts'
export { remindOfConverting, stillPublicTimer } from './still-public.ts'
export {
  addPeople,
  assembledChannels,
  assembledPeople,
  assembledPerson,
  assemblyGaps,
  incidentsInThread,
  markReleased,
  reasonsOf,
} from './store.ts'
export { sweepMembers } from './sweep-members.ts'
