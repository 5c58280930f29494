export { admit } from './admit.ts'
export { keepTold, keepToldOnce, toldLately } from './alone.ts'
export {
  failureWords,
  formErrors,
  keptOutWords,
  openForm,
  restartingWords,
  tell,
  unreadableWords,
  voiceFor,
} from './answers.ts'
export { carryOut } from './carry-out.ts'
export { hereMessage, incidentHere } from './here.ts'
export { isInPassing } from './in-passing.ts'
export { bringDraft, lateDraftJob } from './late-draft.ts'
export { listMessage, listRow, openFor, openList, openToAll } from './look/list.ts'
export { registerMenus } from './menus.ts'
export type { FormPart } from './page/field.ts'
export { doOnPage, type PageCommand, pageCommands, pageForm } from './page/form.ts'
export type { Place } from './place.ts'
export { placeOf } from './place.ts'
export {
  type ChangingCommand,
  changingCommands,
  commandOf,
  listing,
  sayables,
} from './registry.ts'
export { registerCommands } from './slack.ts'
export { type Wanted, wantedIn } from './wanted.ts'
export { helpMessage, notNowMessage, saidMessage, unknownMessage } from './wanted-messages.ts'
