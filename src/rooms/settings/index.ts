export { type Audience, audience, type IncidentFacts, pagersFor, type Reason } from './audience.ts'
export { type ChannelNameParts, channelName } from './channel-name.ts'
export { type Parsed, parseSettings, type ReadBeside } from './file/parse-settings.ts'
export { formatProblems, type Problem } from './file/problem.ts'
export { type Named, namedIn } from './named.ts'
export { type Owed, owedOf } from './owed.ts'
export { nextBoard, nextReminding, remindersOf } from './sections/actions.ts'
export { type Rank, ranks } from './sections/api.ts'
export { type GitHubName, type GitHubSettings, githubSecretNames } from './sections/github.ts'
export { type Level, type Levels, mildestFirst, severity } from './sections/level.ts'
export { type ModelRole, type ModelSettings, type ModelsSettings, modelRoles, namedModels } from './sections/models.ts'
export type { Pager } from './sections/pager.ts'
export { type Mention, mentions, type Rule, type Style } from './sections/policy.ts'
export { postmortemDueIn } from './sections/postmortem.ts'
export { filled, marksIn, type Placeholder } from './sections/postmortem-template.ts'
export { templateOf } from './sections/postmortem-templates.ts'
export type { Place } from './sections/publishing.ts'
export { type MarkKind, meaningOf } from './sections/record.ts'
export { type RoleKey, roleKeys } from './sections/role.ts'
export { leadOf, type Service } from './sections/service.ts'
export { checkpointEvery, updateEvery } from './sections/timekeeper.ts'
export { archiveNotice, nextDigest } from './sections/upkeep.ts'
export type { Urgency } from './sections/urgency.ts'
export { isAtWork, whenAtWork, workingDayFrom } from './sections/working-hours.ts'
export { type Settings, settingsSchema } from './settings.ts'
export { isChannelId, isMemberId, isPerson, partyMeant } from './values/address.ts'
export type { Milliseconds } from './values/duration.ts'
export {
  type IncidentKind,
  type IncidentType,
  incidentKinds,
  incidentTypes,
  type Visibility,
  visibilities,
} from './values/incident-words.ts'
export { dayIn, momentOn, plusDays, weekdayOf } from './values/local-time.ts'
export type { Localized } from './values/localized.ts'
export { nearest } from './values/spelling.ts'
