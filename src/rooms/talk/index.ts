export { lostRightWords, registerRightsWatch, watchRights } from './lost-rights.ts'
export { registerTalk } from './slack.ts'
