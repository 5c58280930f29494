export { channelLanguages, type LanguageAt } from './channel-languages.ts'
export {
  answersTo,
  type Group,
  isForOutsiders,
  type Knowledge,
  type Known,
  type ListName,
  type Person,
  type WorkspaceChannel,
  whyShut,
} from './directory.ts'
export { createGate, type Deed, type Gate } from './gate.ts'
export { isHere } from './is-here.ts'
export { joinSpokenInJob, readJob, refresh } from './jobs.ts'
export { keepFormerId, peopleChanged } from './kept/store.ts'
export { localeOfPerson, localesOf } from './locale.ts'
export { lookUpUnknown } from './look-up.ts'
export { createMembership } from './membership.ts'
export { namesOf } from './names.ts'
export { belongs, type Vouched } from './of-ours.ts'
export { isBot, isOutsider } from './outsider.ts'
export { plainWords } from './plain-words.ts'
export { readList, refreshDirectory } from './read.ts'
export { knownLists, unreadLists } from './readings/store.ts'
export { registerDirectory } from './slack.ts'
export { joinSpokenIn } from './spoken-in.ts'
export { channelsByAnyName, groupsByHandle, peopleByAnyName, peopleLike, workspaceAdmins } from './store.ts'
export { unreadWords } from './unread-words.ts'
export { peopleMeant, whoCanAct } from './who-can-act.ts'
