export { actionFacts, actionTitle, issueTrouble } from './action-words.ts'
export {
  type Announcement,
  type Announcements,
  type AnyAnnouncements,
  announcing,
  reopenButton,
  type Telling,
  type Told,
  tellingOf,
  toldMessage,
  type Where,
} from './announcement.ts'
export { threeLines } from './brief.ts'
export { type CardLine, type CardLines, type CardPart, cardParts, pair } from './card.ts'
export { levelOptions, typesInput } from './choices.ts'
export {
  type Beside,
  type Choice,
  type Command,
  callerOf,
  controlsBlockId,
  doing,
  type Foretell,
  formId,
  listOf,
  momentOf,
  nothingBeside,
  type Order,
  textOf,
  verbActionId,
  verbForm,
  wireOf,
} from './command.ts'
export { controls, menuActionId, nextActionId, plainButton, verbButton, verbLabel } from './controls.ts'
export type { Feature } from './feature.ts'
export { headline } from './headline.ts'
export { heardBy } from './heard-by.ts'
export { inabilityWords } from './inability.ts'
export { joinedMessage, linkedOutsideWords } from './joined.ts'
export { labelledButton } from './labelled-button.ts'
export { putUpMenu } from './menu.ts'
export { isOver, isToBeMoved, nextStep, whileOpen, whileResponding } from './next-step.ts'
export { isOtherHidden, mergedInto, otherIn, otherName, withoutOther } from './other-incident.ts'
export { refusalWords } from './refusals.ts'
export { sendsTo, willRead } from './sends.ts'
export { type Drawing, type SlotFace, slotFace } from './slot-face.ts'
export { type Fills, type MeantThing, type Spoken, sayableOf } from './spoken.ts'
export { isSupportTold } from './support-told.ts'
export { timelineTelling } from './timeline-telling.ts'
export type { Verb } from './verbs.ts'
export { type Asking, type Wait, type WaitFace, type Waits, type Whom, waitsOf } from './waits.ts'
export {
  apartSign,
  cardAnd,
  cardApart,
  closeLabel,
  morePeople,
  moreThings,
  moreTroubles,
  nextUpdateWords,
  reasonLabel,
} from './words.ts'
