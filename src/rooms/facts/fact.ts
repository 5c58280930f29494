/** The token of the API through which something was done: its id, and the name that it had then. */
export type TokenThrough = { token: string; name: string }

/** Through which door something was done that is not Slack: a token, or the session of a browser, by its id. */
export type Through = TokenThrough | { session: string }

/**
 * Who did something: a person, an agent by its token of the API, the bot by itself, or the clock (a timer that fell due). What a person
 * does through nothing else they do in Slack.
 */
export type Actor =
  | { kind: 'person'; id: string; through?: Through }
  | { kind: 'agent'; name: string; through: TokenThrough }
  | { kind: 'bot' }
  | { kind: 'clock' }

export const person = (id: string, through?: Through): Actor =>
  through ? { kind: 'person', id, through } : { kind: 'person', id }
/** An agent, by the name of its token. */
export const agent = (through: TokenThrough): Actor => ({ kind: 'agent', name: through.name, through })
export const bot: Actor = { kind: 'bot' }
export const clockwork: Actor = { kind: 'clock' }

/**
 * Everything that can have happened, with what is told of it. These names are stored for ever: add, never rename.
 * Moments are ISO 8601 texts, people and channels are Slack ids.
 */
export type FactData = {
  /** `user`: whose token it is; null for an agent's. `right` is the word of `src/rooms/access`. */
  'tokens.made': { name: string; user: string | null; right: string; mayNamePeople: boolean; expiresAt: string | null }
  'tokens.revoked': { name: string; user: string | null }
  /** A browser was signed in: with Slack, or by a link that the bot sent. */
  'sessions.opened': { user: string; how: 'slack' | 'link' }
  'sessions.ended': { user: string }
  /** Somebody keeps what they look for among incidents under a name. */
  'views.saved': { name: string; shared: boolean }
  'views.removed': { name: string; shared: boolean }
  'invitation.asked': { channel: string; mentionTs: string; threadTs: string | null }
  /** Somebody has opened the form from the answer to a mention, or has put it away again. */
  'invitation.form_opened': { viewId: string; user: string }
  'invitation.form_closed': { viewId: string; user: string }
  /** Somebody said which incident the mention is about; news of it comes to the thread. */
  'invitation.linked': { incident: string }
  /** Its thread hears of that incident no more. */
  'invitation.unlinked': { incident: string }
  'incident.declared': {
    service: string
    summary: string
    urgency: string | null
    kind: string
    visibility: string
    /** The answer to a mention from whose button it was declared. */
    invitationId: string | null
    /** How it was noticed. */
    detectedBy?: string | null
    /** The message that it was declared from, and the thread that this stands in. */
    origin?: { channelId: string; ts: string; threadTs: string | null } | null
  }
  'incident.level_set': { from: string | null; to: string; reason: string | null; status: string }
  'incident.summary_edited': { summary: [from: string, to: string]; impact: [from: string | null, to: string | null] }
  'incident.type_set': { from: string[]; to: string[] }
  'incident.kind_set': { from: string; to: string; reason: string | null }
  'incident.visibility_set': { from: string; to: string; invitationId: string | null }
  /** Each moment that was corrected, by the name of its field. */
  'incident.times_edited': {
    changes: { field: string; from: string | null; to: string | null }[]
    reason: string | null
  }
  'incident.recovered': {
    recoveredAt: string
    permanence: string | null
    postmortemOwner: string | null
    postmortemDue: string | null
    /** What whoever declared it wrote for those outside; absent in facts of 0.3. */
    note?: string | null
  }
  'incident.reopened': { from: string; reason: string | null; level: string | null }
  /** `left`: what was not done, and waived. */
  'incident.completed': { waivers: string | null; left?: { what: string; count?: number }[] }
  /** It goes on in another incident; `into` and `from` are incidents' ids, `channel` is the other one's where everybody may know it. */
  'incident.merged': { into: string; channel?: string | null }
  'incident.absorbed': { from: string; channel: string | null }
  /** What was merged into this one goes on by itself again. */
  'incident.parted': { from: string; channel: string | null }
  'incident.cancelled': { reason: string | null }
  /** Slack's budget for channels is spent: this one has to wait. */
  'channel.delayed': { invitationId: string | null }
  'channel.created': { channel: string; name: string; invitationId: string | null }
  'channel.name_taken': { taken: string; reserved: string }
  /** Slack would not have the name, in its word `error`: one of plain letters takes its place. */
  'channel.name_refused': { refused: string; reserved: string; error: string }
  'channel.renamed': { from: string; to: string }
  /** `because`: the bot did it, in its time; or the channel was deleted, which nobody can undo. */
  'channel.archived': { by: string | null; because?: 'due' | 'deleted' }
  'channel.unarchived': { by: string | null }
  'assembly.widened': { reason: string; people: number; channels: number; skipped: number; gaps: string[] }
  /** A person brought the incident to a channel, or to a thread of one. */
  'assembly.linked': { channel: string; threadTs: string | null; isPrivate: boolean }
  'assembly.unlinked': { channel: string; threadTs: string | null; why: 'unlinked' | 'archived' }
  'assembly.heard_again': { channel: string; threadTs: string | null; why: 'unarchived' }
  /** It is private and nobody has converted its channel: the bot makes a private one in its place, called `to`. */
  'channel.move_wanted': { from: string; to: string }
  /** It goes on in the private channel `to`; `name` is what the one that it left was called. */
  'channel.moved': { from: string; name: string; to: string }
  /** The channel that it left is cleaned and archived. */
  'channel.former_archived': { channel: string }
  /** It has been private for a while, and its channel is still public. */
  'channel.still_public': { user: string }
  'channel.converted': { to: 'public' | 'private'; by: string | null }
  /** It was shared with another company, and Slack calls it otherwise since: all that is stored was rewritten. */
  'channel.id_changed': { from: string; to: string }
  /** Somebody took the bot out of the incident's channel. */
  'channel.bot_left': { by: string | null }
  /** A person asked for it to come back. */
  'channel.bot_called_back': { by: string }
  'channel.bot_returned': { channel: string }
  'paging.requested': { page: string; pager: string; n: number; event: PageEvent }
  /** A person had these called, and not the policy. */
  'paging.called': { pagers: string[]; reason: string | null }
  /** What became of it, as the service or a person says. `who`: who answered, or is asked next. */
  'paging.answered': {
    page: string
    pager: string
    n: number
    answer: 'acknowledged' | 'declined' | 'unanswered' | 'passed_on'
    who: string | null
  }
  /** It has reached the pager's service; whom that wakes is the service's to say. */
  'paging.delivered': { page: string; pager: string; event: PageEvent; attempts: number }
  /** It has not come through several times and is tried on. */
  'paging.delayed': { page: string; pager: string; event: PageEvent; error: string }
  /** It was given up. */
  'paging.failed': { page: string; pager: string; event: PageEvent; error: string }
  /** Somebody came into the channel whom the bot had not called, and went again. */
  'assembly.came': { user: string }
  'assembly.went': { user: string }
  /** The right to know of it was taken from people by hand. */
  'assembly.excluded': { people: string[]; reason: string | null }
  /** It became private, or its channel did: those of a rule for public ones, and who had come by themselves, are out. */
  'assembly.narrowed': { people: string[] }
  /** Somebody came by themselves, for the how-manieth time. */
  'assembly.joined': { user: string; n: number }
  'calls.made': {
    n: number
    /** The function's key in the settings. */
    function: string | null
    people: number
    skipped: number
    channels: string[]
    /** Names in the settings that nobody answers to. */
    gaps: string[]
    reason: string | null
  }
  'calls.answered': {
    n: number
    user: string
    answer: 'coming' | 'declined'
    how: 'button' | 'words' | 'reaction'
  }
  /** `people` are the first of `count`. */
  'calls.unanswered': { n: number; people: string[]; count: number; handler: string | null }
  'calls.released': { people: string[]; note: string | null }
  /** `handOver`: the offer that it answers, here and below. */
  'roles.handler_taken': { user: string; handOver?: string }
  /** Still nobody leads, and the channel was reminded. `n` counts from 1 since the role became vacant. */
  'roles.vacancy_nudged': Vacancy & {
    n: number
    /** Whether this was the last reminder before the tiers are called. */
    isLast: boolean
    mention: string
    /** Whom the reminder names; nobody at first. */
    people: string[]
  }
  /** Nobody took the lead, so the service's next tier is called; `tier` counts from 1. In a drill nobody is. */
  'roles.tier_called': Vacancy & {
    tier: number
    /** The tier as the settings name it: handles without `@`, addresses, member ids. */
    names: string[]
    /** Whom the message names: the first few of those who are called. */
    people: string[]
    count: number
  }
  /** The lead was given up, or whoever had it is gone: nobody leads from here on. */
  'roles.handler_released': { user: string; because: Leaving }
  'roles.role_claimed': { role: string; user: string; handOver?: string }
  'roles.role_released': { role: string; user: string; because: Leaving }
  /** `to` is asked to take a role: the lead, where none is named. `from` has it until then; null where nobody has to give it up. */
  'roles.hand_over_proposed': { handOver: string; role?: string; from: string | null; to: string; briefing: string }
  /** An offer has waited for its answer, and is brought to mind once. */
  'roles.hand_over_waits': { handOver: string; role?: string; from: string | null; to: string }
  /** `over`: with the response. */
  'roles.hand_over_dropped': {
    handOver: string
    role?: string
    from: string | null
    to: string
    how: 'declined' | 'withdrawn' | 'replaced' | 'over'
    reason?: string | null
  }
  /** The lead has passed from one to the other; `from` is null where the one who offered it had left meanwhile. */
  'roles.handed_over': { handOver: string; from: string | null; to: string; briefing: string }
  'timekeeper.checkpoint_reached': { n: number; level: string | null }
  'upkeep.archive_announced': { archiveAt: string }
  'upkeep.archive_put_off': { from: string; archiveAt: string }
  /** By the clock, or by a person who did not wait for it. */
  'upkeep.archive_due': Record<string, never>
  'upkeep.digest_due': { day: string }
  'updates.posted': {
    n: number
    /** `first`, `follow_up` or `final`. */
    report: string
    condition: string
    action: string | null
    need: string | null
    impact: string | null
    impactBefore: string | null
    nextAt: string | null
  }
  /** A message became part of the record. What it says stands in the record alone, so that a deletion reaches all of it. */
  'record.marked': { channel: string; ts: string; kind: string; via: string; by: string }
  'record.unmarked': { channel: string; ts: string; kind: string; via: string; by: string }
  'record.read': { channel: string; ts: string; author: string | null }
  'record.edited': { channel: string; ts: string }
  'record.forgotten': { channel: string; ts: string }
  /** What people said in the channel while nobody listened, by the messages' keys: one page of its history. */
  'record.missed': { channel: string; keys: string[] }
  /** The conversation was read again after a gap, and so many messages had been missed, edited or deleted. */
  'record.repaired': { channel: string; threadTs: string | null; found: number; edited: number; deleted: number }
  'record.adopted': { channel: string; ts: string | null; threadTs: string | null; messages: number }
  'record.adoption_failed': { error: string; attempts: number }
  'record.proposal_refused': { channel: string; ts: string; by: string }
  /** Somebody wrote onto the timeline by hand, or changed an entry of it. What they wrote stands in the record alone. */
  'record.note_added': { entry: string; at: string; by: string }
  'record.entry_edited': { entry: string; n: number; at: string; hidden: boolean; reworded: boolean; by: string }
  'record.recovery_asked': { channel: string; ts: string; by: string }
  /** `source` is `message`, `reaction` or `menu`. What is to be done stands in the TODO alone. */
  'todos.added': {
    id: string
    n: number
    owner: string | null
    dueAt: string | null
    source: string
    channel: string | null
    ts: string | null
  }
  /** Who was named in words cannot do it, and it is nobody's: `why` is the word of `src/rooms/access`. */
  'todos.owner_refused': { id: string; n: number; user: string; why: string }
  'todos.assigned': { id: string; n: number; owner: string | null; from: string | null }
  'todos.box_set': { id: string; n: number; dueAt: string | null }
  'todos.box_ended': { id: string; n: number; owner: string | null; handler: string | null }
  'todos.reworded': { id: string; n: number }
  'todos.done': { id: string; n: number; owner: string | null }
  'todos.reopened': { id: string; n: number; owner: string | null; dueAt: string | null }
  'todos.dropped': { id: string; n: number }
  /** `source` is `reaction`, `menu`, `todo`, `postmortem` or `review`. What is to be done stands in the action item alone. */
  'actions.added': {
    id: string
    n: number
    owner: string | null
    /** A day, `2026-12-01`. */
    dueOn: string | null
    kind: string | null
    size: string | null
    source: string
    channel: string | null
    ts: string | null
  }
  /** `owner` and `dueOn` as they are now. Of a title only that it changed. */
  'actions.changed': {
    id: string
    n: number
    owner: string | null
    dueOn: string | null
    changes: { field: string; from: string | null; to: string | null }[]
    reason: string | null
  }
  'actions.done': { id: string; n: number; owner: string | null }
  'actions.waived': { id: string; n: number; owner: string | null; reason: string | null }
  'actions.reopened': { id: string; n: number; owner: string | null; dueOn: string | null }
  /** The day is near or past. `shift`: how far from the day, in milliseconds, negative before. `lead` was told, too. */
  'actions.reminded': {
    id: string
    n: number
    shift: number
    dueOn: string
    owner: string | null
    lead: string[]
  }
  /** Items without owner or date are left: whoever writes the postmortem was asked to decide. */
  'actions.gaps_asked': { to: string[]; count: number }
  /** Its issue on GitHub is known. */
  'actions.issue_linked': { id: string; n: number; repository: string; number: number; url: string }
  /** It has no issue, or is out of step with it: `error` is our word for why, `attempts` how often it was tried. */
  'actions.issue_failed': { id: string; n: number; error: string; attempts: number; detail?: string | null }
  /** The issue and the item are in step again. */
  'actions.issue_repaired': { id: string; n: number }
  /** Both sides were changed, each to something else: `to` were asked which holds. */
  'actions.conflicted': {
    id: string
    n: number
    conflicts: { field: string; here: string | null; there: string | null }[]
    to: string[]
  }
  /** `kept` is `here` (Slack) or `there` (GitHub). */
  'actions.conflict_settled': { id: string; n: number; field: string; kept: string }
  'actions.board_due': { day: string }
  /** Its mark was taken back, or its message deleted, before anybody had touched it. */
  'actions.removed': { id: string; n: number }
  /** The document stands on GitHub, in a pull request. Of everything about publishing `number` and `url` are the pull request's. */
  'publishing.opened': { repository: string; number: number; url: string; draft: boolean; gaps: number }
  /** Nothing is missing any more: it asks for reviews. */
  'publishing.readied': PullRequest
  /** `by` is an account of GitHub's; null where nobody's word holds any more. */
  'publishing.reviewed': PullRequest & { verdict: 'approved' | 'changes' | 'none'; by: string | null }
  'publishing.merged': PullRequest & { by: string | null }
  'publishing.closed': PullRequest
  'publishing.reopened': PullRequest
  /** Somebody changed the file by hand: from here on it is theirs. */
  'publishing.edited': PullRequest
  /** It went into a folder: first, and whenever it is written anew. */
  'publishing.stored': { folder: string; path: string; commit: string }
  /** It became private after it had been pushed where everybody can see it: what could be taken back there was. */
  'publishing.withdrawn': PullRequest
  /** It cannot go on: `error` is our word, `detail` what it is about. */
  'publishing.failed': { error: string; detail: string | null }
  'publishing.repaired': { error: string }
  /** A promised update is due in a moment; `users` were told alone. `n` is the update that promised it. */
  'updates.due_soon': { n: number; promisedAt: string; users: string[] }
  /** Nothing has changed since update `n`, says somebody: the next one is promised for `nextAt` instead. */
  'updates.unchanged': { n: number; promisedAt: string; nextAt: string }
  /** Somebody has put right what kept the postmortem or an issue from its place. */
  'publishing.tried_again': Record<string, never>
  /** The promised update has not come. `n` is the update that promised it, `tell` whom this step turned to. */
  'updates.overdue': { n: number; step: number; promisedAt: string; tell: string; users: string[] }
  /**
   * People were reminded of the postmortem. `stage`: the day after 復旧, the day before the due day, on it, or after it.
   * `owner` writes it, nobody where it is null.
   */
  'ladder.reminded': {
    stage: 'after' | 'before' | 'due' | 'overdue'
    due: string
    owner: string | null
    people: string[]
  }
  /** Somebody put its due day off, or on; days are `2026-11-30`. */
  'ladder.postponed': { from: string | null; to: string; reason: string }
  'ladder.waived': { reason: string }
  /** Somebody said that it is published, at an address or somewhere. */
  'ladder.published': { link: string | null }
  /** The review meeting has a time, for the `n`-th time; `from` is the one before, where it was moved. */
  'ladder.review_planned': { n: number; startsAt: string; minutes: number; people: string[]; from: string | null }
  /** It should be over, and `user` was asked whether it was held. */
  'ladder.review_over': { n: number; user: string }
  'ladder.review_held': { n: number }
  'ladder.review_waived': { n: number; reason: string }
  /** It was held or waived, and is open again: the incident was taken up once more. */
  'ladder.review_opened': { n: number }
  'ladder.assigned': { from: string | null; to: string; due: string | null }
  'timekeeper.snoozed': { reminder: string; until: string; reason: string }
  /** The first draft of the postmortem stands. `gaps` are the names of what nobody has said yet. */
  'postmortem.drafted': { gaps: string[]; isMini: boolean }
  'postmortem.status_set': { from: string; to: string; reason: string | null }
  /** People have filled in the document where it went, or taken that back: `gaps` are those that the file leaves open no more. */
  'postmortem.filled_there': { gaps: string[] }
  /** Somebody wrote a section, for the `version`-th time. What it says stands with the postmortem alone. */
  /** People switched the assistant off for one incident, or on again. */
  'assistant.switched': { on: boolean }
  /** What became of a draft that stood in a form: sent as it was, after an edit, or in other words. `purpose` names the form, `gap:cause` for one. */
  'assistant.draft_settled': { purpose: string; use: 'as-is' | 'edited' | 'dropped' }
  /** Something that was proposed was put away. */
  'assistant.dismissed': { what: string }
  'postmortem.written': { section: string; version: number; question: string | null }
  /** Somebody who may know was asked for what is missing. */
  'postmortem.asked': {
    question: string
    gap: string
    user: string | null
    channel: string | null
    passedBy: string | null
  }
  /** `withdrawn`: somebody has said it elsewhere, or nobody needs it any more. */
  'postmortem.question_settled': {
    question: string
    gap: string
    user: string | null
    how: 'answered' | 'unknown' | 'passed' | 'withdrawn'
    passedTo: string | null
  }
}

/** How somebody came to hold a role no longer. */
export type Leaving = 'gave-up' | 'left-channel' | 'deactivated' | 'excluded'

/** Since when nobody leads an incident, and enough of it to call somebody. */
export type Vacancy = { since: string; service: string; level: string | null; kind: string; visibility: string }
/** Where a document is looked at. */
export type PullRequest = { number: number; url: string }
/** What a page asks of its service. */
export type PageEvent = 'trigger' | 'acknowledge' | 'resolve'

export type FactType = keyof FactData

/** A fact about to be recorded. The subject says whose projection it touches: `incident:<id>`, `invitation:<id>`. */
export type NewFact = { [Type in FactType]: { subject: string; type: Type; data: FactData[Type] } }[FactType]

/** A recorded fact: `n` counts the facts of its type about its subject, from 1. */
export type Fact = NewFact & { id: string; n: number; at: Date; actor: Actor }

/** A fact of one type. */
export type FactOf<Type extends FactType> = Extract<Fact, { type: Type }>

/** Those of some types, in the order of `facts`. */
export const factsOf = <Type extends FactType>(facts: readonly Fact[], types: readonly Type[]): FactOf<Type>[] =>
  facts.filter((fact): fact is FactOf<Type> => (types as readonly FactType[]).includes(fact.type))
