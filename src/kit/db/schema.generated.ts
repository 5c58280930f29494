// Made from the migrations by scripts/db/schema.ts: do not edit.
import type { Generated, GeneratedAlways } from 'kysely'
import type { JsonColumn } from './json.ts'

export interface ActionIssues {
  action_id: string
  repository: string
  number: number | null
  url: string | null
  intended_at: Date | null
  agreed: JsonColumn<null>
  conflict: JsonColumn<null>
  stranger: string | null
  error: string | null
  attempts: Generated<number>
  seen_at: Date | null
  busy_until: Date | null
  detail: string | null
  retry_at: Date | null
}

export interface ActionItems {
  id: string
  incident_id: string
  n: number
  title: string | null
  titled: Generated<boolean>
  owner: string | null
  due_on: string | null
  kind: 'prevent' | 'detect' | 'mitigate' | 'process' | null
  size: 's' | 'm' | 'l' | null
  state: 'open' | 'done' | 'waived' | 'removed'
  reason: string | null
  source: 'reaction' | 'menu' | 'todo' | 'postmortem' | 'review'
  channel_id: string | null
  ts: string | null
  todo_id: string | null
  revision: Generated<number>
  changed_by: string | null
  added_by: string
  added_at: Date
  closed_at: Date | null
  closed_by: string | null
}

export interface ApiCalls {
  key: string
  said: string
  at: Date
  made: Generated<string>
}

export interface ApiTokens {
  id: string
  name: string
  hash: string
  prefix: string
  user_id: string | null
  right: string
  services: string[] | null
  incidents: string[] | null
  may_name_people: Generated<boolean>
  made_by: string
  made_at: Date
  expires_at: Date | null
  used_at: Date | null
  revoked_at: Date | null
  revoked_by: string | null
  is_display: Generated<boolean>
}

export interface AssembledChannels {
  incident_id: string
  channel_id: string
  mention: 'none' | 'here' | 'channel'
  since: Date
  thread_ts: Generated<string>
  linked_by: string | null
  silent_since: Date | null
  silent_why: 'unlinked' | 'archived' | 'private' | null
  style: Generated<'full' | 'brief'>
}

export interface AssembledPeople {
  incident_id: string
  user_id: string
  reason: string
  since: Date
  skipped: 'guest' | 'deactivated' | 'unknown' | 'outsider' | null
  released_at: Date | null
}

export interface AssemblyGaps {
  incident_id: string
  name: string
  why: Generated<string>
}

export interface AssistantDismissals {
  incident_id: string
  what: string
  by_user: string
  at: Date
}

export interface AssistantDrafts {
  id: string
  incident_id: string
  user_id: string
  purpose: string
  fields: JsonColumn
  at: Date
}

export interface AssistantLooks {
  incident_id: string
  user_id: string
  at: Date
}

export interface AssistantSummaries {
  incident_id: string
  language: string
  made_of: string
  made_at: Date
  summary: JsonColumn
}

export interface AssistantSwitches {
  incident_id: string
  by_user: string
  at: Date
}

export interface CallAnswers {
  incident_id: string
  n: number
  user_id: string
  answer: 'coming' | 'declined'
  at: Date
}

export interface Calls {
  incident_id: string
  n: number
  called_by: string
  called_at: Date
  function: string | null
  reason: string | null
  channels: Generated<string[]>
}

export interface CatchUps {
  incident_id: string
  user_id: string
  at: Date
}

export interface Checkpoints {
  incident_id: string
  n: number
  at: Date
}

export interface DeclareForms {
  view_id: string
  invitation_id: string
  user_id: string
  opened_at: Date
}

export interface DirectoryChannels {
  id: string
  name: string
  is_private: boolean
  is_archived: boolean
  is_member: boolean
  shared: 'company' | 'invited' | 'outside' | null
  seen: Generated<number>
}

export interface DirectoryGroups {
  id: string
  handle: string
  name: string
  people: string[]
  seen: Generated<number>
}

export interface DirectoryLists {
  list: 'people' | 'groups' | 'channels'
  reading: Generated<number>
  is_reading: Generated<boolean>
  cursor: string | null
  begun_anew: Generated<boolean>
  turn: Generated<number>
  not_before: Date | null
  read_at: Date | null
  error: string | null
  failures: Generated<number>
}

export interface DirectoryPeople {
  id: string
  handle: string
  name: string
  locale: string | null
  email: string | null
  is_bot: boolean
  is_guest: boolean
  is_deactivated: boolean
  team_id: string | null
  is_outsider: Generated<boolean>
  seen: Generated<number>
  is_admin: Generated<boolean>
}

export interface DirectoryRefreshes {
  one: Generated<boolean>
  at: Date
}

export interface Facts {
  id: string
  subject: string
  type: string
  n: number
  at: Date
  actor_kind: string
  actor_id: string | null
  data: JsonColumn
  seq: GeneratedAlways<number>
  through: JsonColumn<null>
}

export interface FormerChannelIds {
  id: string
  channel_id: string
}

export interface GithubDeliveries {
  id: string
  event: string
  repository: string
  number: number | null
  received_at: Date
}

export interface GonePeople {
  incident_id: string
  user_id: string
  since: Date
  taken_by: string | null
  is_barred: boolean
}

export interface HandOvers {
  id: string
  incident_id: string
  from_user: string | null
  to_user: string
  proposed_by: string
  briefing: string
  proposed_at: Date
  state: 'open' | 'accepted' | 'declined' | 'withdrawn' | 'replaced' | 'over'
  settled_at: Date | null
  role: Generated<string>
  reason: string | null
  reminded_at: Date | null
}

export interface Homes {
  user_id: string
  incidents: string[]
  drawn_at: Date
}

export interface Inbox {
  event_id: string
  seq: GeneratedAlways<number>
  kind: string
  channel_id: string | null
  body: JsonColumn<null>
  received_at: Date
  due_at: Date
  claimed_by: string | null
  attempts: Generated<number>
  last_error: string | null
  processed_at: Date | null
  parked_at: Date | null
}

export interface IncidentChannels {
  incident_id: string
  name: string
  suffix: Generated<number>
  is_private: boolean
  channel_id: string | null
  created_at: Date | null
  archived_at: Date | null
  archived_by: string | null
  left_at: Date | null
  left_by: string | null
  wanted_name: string | null
  name_error: string | null
  next_name: string | null
  next_suffix: number | null
  former_id: string | null
  former_name: string | null
  moved_at: Date | null
  former_archived_at: Date | null
}

export interface Incidents {
  id: string
  status: 'responding' | 'recovered' | 'completed' | 'cancelled' | 'merged'
  service: string
  summary: string
  impact: string | null
  urgency: string | null
  level: string | null
  types: Generated<string[]>
  kind: 'real' | 'drill' | 'exercise'
  visibility: 'public' | 'private'
  permanence: 'provisional' | 'permanent' | null
  declared_by: string
  occurred_at: Date | null
  detected_at: Date | null
  declared_at: Date
  handler_taken_at: Date | null
  recovered_at: Date | null
  completed_at: Date | null
  postmortem_owner: string | null
  postmortem_due: string | null
  declare_view_id: string | null
  declare_locale: string
  invitation_id: string | null
  origin_channel_id: string | null
  origin_ts: string | null
  origin_thread_ts: string | null
  detected_by: 'monitoring' | 'customer' | 'employee' | 'vendor' | 'outside' | 'other' | null
  declare_key: string | null
  merged_into: string | null
  tags: Generated<string[]>
}

export interface Installation {
  one: Generated<boolean>
  api_named_people: boolean
}

export interface Invitations {
  id: string
  channel_id: string
  mention_ts: string
  thread_ts: string | null
  asked_by: string
  asked_at: Date
}

export interface Listeners {
  process: string
  connections: number
  seen_at: Date
}

export interface ModelAnswers {
  id: string
  incident_id: string
  purpose: string
  language: string
  at: Date
  call_id: string
  claims: JsonColumn
  said_in: string[]
}

export interface ModelCalls {
  id: string
  at: Date
  ended_at: Date | null
  role: 'fast' | 'careful' | 'embeddings'
  provider: string
  model: string
  url: string
  leaves: boolean
  purpose: string
  incident_id: string | null
  asked_by: string | null
  attempt: number
  outcome: 'sent' | 'answered' | 'refused' | 'cut' | 'unreadable'
  reason: string | null
  status: number | null
  input_tokens: number
  output_tokens: number
  is_estimated: boolean
  cost: number
  request: string | null
  request_hash: string
  answer: string | null
  answer_hash: string | null
  said_in: string[]
  scrubbed_at: Date | null
  scrubbed_for: string | null
}

export interface ModelVectors {
  incident_id: string
  model: string
  made_of: string
  at: Date
  vector: number[]
}

export interface OnCalls {
  pager: string
  people: JsonColumn
  error: string | null
  read_at: Date
}

export interface Pages {
  id: string
  incident_id: string
  pager: string
  n: number
  event: 'trigger' | 'acknowledge' | 'resolve'
  requested_at: Date
  state: Generated<'trying' | 'delivered' | 'failed' | 'needless'>
  attempts: Generated<number>
  sending_until: Date | null
  error: string | null
  settled_at: Date | null
  by_hand: Generated<boolean>
  reason: string | null
  answer: 'acknowledged' | 'declined' | 'unanswered' | 'passed_on' | null
  answered_by: string | null
  answered_at: Date | null
  assigned_to: string | null
}

export interface PostmortemQuestions {
  id: string
  incident_id: string
  gap: string
  user_id: string | null
  channel_id: string | null
  asked_at: Date
  passed_by: string | null
  state: 'open' | 'answered' | 'unknown' | 'passed' | 'withdrawn'
  settled_at: Date | null
  settled_by: string | null
  passed_to: string | null
}

export interface PostmortemTexts {
  incident_id: string
  section: string
  n: number
  words: string
  by: string
  at: Date
  question: string | null
}

export interface Postmortems {
  incident_id: string
  status: 'draft' | 'in_review' | 'approved' | 'published' | 'waived'
  drafted_at: Date | null
  since: Date
  archives: string | null
  by_hand: Generated<boolean>
  link: string | null
  filled_there: Generated<string[]>
}

export interface PrivateReadings {
  incident_id: string
  user_id: string
  what: 'page' | 'postmortem' | 'export' | 'api'
  hour: Date
  at: Date
  through: string | null
}

export interface Projections {
  subject: string
  version: number
  rendered_version: Generated<number>
  lease_holder: string | null
  lease_until: Date | null
  retry_at: Date | null
}

export interface Publications {
  incident_id: string
  kind: 'github' | 'folder'
  place: string
  branch: string
  path: string
  secret: boolean
  written_blob: string | null
  intended_blobs: Generated<string[]>
  number: number | null
  url: string | null
  node_id: string | null
  state: 'none' | 'draft' | 'review' | 'changes' | 'approved' | 'merged' | 'closed' | 'stored' | 'withdrawn'
  edited: Generated<boolean>
  draft_refused: Generated<boolean>
  readied_at: Date | null
  reviewers_asked_at: Date | null
  labelled_at: Date | null
  without: Generated<string[]>
  advice_comment: number | null
  advice_hash: string | null
  difference_comment: number | null
  difference_hash: string | null
  error: string | null
  detail: string | null
  attempts: Generated<number>
  seen_at: Date | null
  holder: string | null
  held_until: Date | null
  title_hash: string | null
}

export interface RecordAdoptions {
  incident_id: string
  adopted_at: Date | null
  error: string | null
  attempts: Generated<number>
}

export interface RecordEdits {
  incident_id: string
  entry: string
  n: number
  moment: Date | null
  words: string | null
  hidden: boolean
  reason: string | null
  by: string
  at: Date
}

export interface RecordMessages {
  incident_id: string
  channel_id: string
  ts: string
  thread_ts: string | null
  author: string | null
  words: string | null
  permalink: string | null
  said_at: Date
  read_at: Date | null
  edited_ts: string | null
  deleted_at: Date | null
  conversation: Generated<boolean>
  files: JsonColumn<null>
}

export interface RecordNotes {
  incident_id: string
  n: number
  moment: Date
  words: string
  by: string
  at: Date
}

export interface RecordRefusals {
  incident_id: string
  channel_id: string
  ts: string
  by: string
  at: Date
}

export interface RecordRepairs {
  incident_id: string
  channel_id: string
  thread_ts: Generated<string>
  wanted_at: Date
  began_at: Date | null
  again: Generated<boolean>
  thorough: Generated<boolean>
  step: Generated<number>
  pages: Generated<number>
  read_down_to: string | null
  main_read: Generated<boolean>
  threads: Generated<string[]>
  read_up_to: string | null
  found: Generated<number>
  edited: Generated<number>
  deleted: Generated<number>
  attempts: Generated<number>
  error: string | null
  finished_at: Date | null
}

export interface RecordSources {
  incident_id: string
  channel_id: string
  ts: string
  kind: 'timeline' | 'action' | 'done' | 'hypothesis' | 'todo'
  via: string
  by: string
  since: Date
  until: Date | null
}

export interface ReviewMeetings {
  incident_id: string
  n: number
  state: 'open' | 'planned' | 'held' | 'waived'
  starts_at: Date | null
  minutes: number | null
  people: string[]
  planned_by: string | null
  planned_at: Date | null
}

export interface RoleHolders {
  incident_id: string
  role: string
  user_id: string
  since: Date
  until: Date | null
}

export interface SavedViews {
  id: string
  user_id: string
  name: string
  query: string
  shared: boolean
  at: Date
}

export interface SchemaMigrations {
  version: number
  name: string
  checksum: string
  applied_at: Date
}

export interface SearchEntries {
  id: GeneratedAlways<number>
  incident_id: string
  kind: 'summary' | 'impact' | 'update' | 'message' | 'note' | 'postmortem' | 'action' | 'todo'
  ref: string
  at: Date
  service: string
  restricted: boolean
  said_in: string | null
  words: string
  norm: string
  grams: string
}

export interface SearchFills {
  one: Generated<boolean>
  upto: Generated<string>
  incidents: Generated<number>
  finished_at: Date | null
}

export interface Sessions {
  id: string
  hash: string
  user_id: string
  how: string
  browser: string
  opened_at: Date
  used_at: Date
  expires_at: Date
}

export interface SetAside {
  id: GeneratedAlways<number>
  what: 'timer' | 'job'
  name: string
  subject: string
  data: JsonColumn<null>
  problem: string
  at: Date
  attempts: Generated<number>
}

export interface SignInLinks {
  id: string
  browser_hash: string
  user_id: string
  expires_at: Date
}

export interface Slots {
  subject: string
  slot: string
  state: 'intended' | 'pending' | 'standing' | 'stale' | 'failed' | 'released'
  channel_id: string | null
  ts: string | null
  ref: string | null
  hash: string
  intended_at: Date
  standing_at: Date | null
  attempts: Generated<number>
  retry_at: Date | null
  error: string | null
  shows: string[] | null
}

export interface Timers {
  subject: string
  kind: string
  due_at: Date
  data: JsonColumn
  failures: Generated<number>
}

export interface Todos {
  id: string
  incident_id: string
  n: number
  words: string | null
  owner: string | null
  state: 'open' | 'done' | 'dropped'
  source: 'message' | 'reaction' | 'menu'
  channel_id: string | null
  ts: string | null
  added_by: string
  added_at: Date
  due_at: Date | null
  closed_at: Date | null
  closed_by: string | null
  line: Generated<number>
}

export interface ToldAlone {
  id: string
  user_id: string
  at: Date
  words: string
  incident_id: string | null
}

export interface Updates {
  incident_id: string
  n: number
  at: Date
  by_user: string
  report: 'first' | 'follow_up' | 'final'
  condition: string
  action: string | null
  need: string | null
  impact: string | null
  support_told: Generated<boolean>
  next_at: Date | null
  overdue_steps: Generated<number>
  view_id: string | null
  unchanged_at: Date | null
  unchanged_by: string | null
}

export interface Schema {
  action_issues: ActionIssues
  action_items: ActionItems
  api_calls: ApiCalls
  api_tokens: ApiTokens
  assembled_channels: AssembledChannels
  assembled_people: AssembledPeople
  assembly_gaps: AssemblyGaps
  assistant_dismissals: AssistantDismissals
  assistant_drafts: AssistantDrafts
  assistant_looks: AssistantLooks
  assistant_summaries: AssistantSummaries
  assistant_switches: AssistantSwitches
  call_answers: CallAnswers
  calls: Calls
  catch_ups: CatchUps
  checkpoints: Checkpoints
  declare_forms: DeclareForms
  directory_channels: DirectoryChannels
  directory_groups: DirectoryGroups
  directory_lists: DirectoryLists
  directory_people: DirectoryPeople
  directory_refreshes: DirectoryRefreshes
  facts: Facts
  former_channel_ids: FormerChannelIds
  github_deliveries: GithubDeliveries
  gone_people: GonePeople
  hand_overs: HandOvers
  homes: Homes
  inbox: Inbox
  incident_channels: IncidentChannels
  incidents: Incidents
  installation: Installation
  invitations: Invitations
  listeners: Listeners
  model_answers: ModelAnswers
  model_calls: ModelCalls
  model_vectors: ModelVectors
  on_calls: OnCalls
  pages: Pages
  postmortem_questions: PostmortemQuestions
  postmortem_texts: PostmortemTexts
  postmortems: Postmortems
  private_readings: PrivateReadings
  projections: Projections
  publications: Publications
  record_adoptions: RecordAdoptions
  record_edits: RecordEdits
  record_messages: RecordMessages
  record_notes: RecordNotes
  record_refusals: RecordRefusals
  record_repairs: RecordRepairs
  record_sources: RecordSources
  review_meetings: ReviewMeetings
  role_holders: RoleHolders
  saved_views: SavedViews
  schema_migrations: SchemaMigrations
  search_entries: SearchEntries
  search_fills: SearchFills
  sessions: Sessions
  set_aside: SetAside
  sign_in_links: SignInLinks
  slots: Slots
  timers: Timers
  todos: Todos
  told_alone: ToldAlone
  updates: Updates
}
