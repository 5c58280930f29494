export { nextBoard, nextReminding, remindersOf } from './actions.ts'
export { isChannelId, isMemberId, isPerson, partyMeant } from './address.ts'
export { type Rank, ranks } from './api.ts'
export { type Audience, audience, type IncidentFacts, pagersFor, type Reason } from './audience.ts'
export { type ChannelNameParts, channelName } from './channel-name.ts'
export type { Milliseconds } from './duration.ts'
export { type GitHubName, type GitHubSettings, githubSecretNames } from './github.ts'
export {
  type IncidentKind,
  type IncidentType,
  incidentKinds,
  incidentTypes,
  type Visibility,
  visibilities,
} from './incident-words.ts'
export { type Level, type Levels, mildestFirst, severity } from './level.ts'
export { dayIn, momentOn, plusDays, weekdayOf } from './local-time.ts'
export type { Localized } from './localized.ts'
export { type ModelRole, type ModelSettings, type ModelsSettings, modelRoles, namedModels } from './models.ts'
export { type Named, namedIn } from './named.ts'
export { type Owed, owedOf } from './owed.ts'
export type { Pager } from './pager.ts'
export { type Parsed, parseSettings, type ReadBeside } from './parse-settings.ts'
export { type Mention, mentions, type Rule, type Style } from './policy.ts'
export { postmortemDueIn } from './postmortem.ts'
export { filled, marksIn, type Placeholder } from './postmortem-template.ts'
export { templateOf } from './postmortem-templates.ts'
export { formatProblems, type Problem } from './problem.ts'
export type { Place } from './publishing.ts'
export { type MarkKind, meaningOf } from './record.ts'
export { type RoleKey, roleKeys } from './role.ts'
export { leadOf, type Service } from './service.ts'
export { type Settings, settingsSchema } from './settings.ts'
export { nearest } from './spelling.ts'
export { checkpointEvery, updateEvery } from './timekeeper.ts'
export { archiveNotice, nextDigest } from './upkeep.ts'
export type { Urgency } from './urgency.ts'
export { isAtWork, whenAtWork, workingDayFrom } from './working-hours.ts'
