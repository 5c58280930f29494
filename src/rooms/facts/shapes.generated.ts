// Written by test/architecture/outside-facts.test.ts (with -u) from the facts.ts of the rooms.
import type { FactShape } from './shape.ts'

export const factShapes: Readonly<Record<string, FactShape>> = {
  'subscriptions.begun': {
    user: 'string',
  },
  'subscriptions.ended': {
    user: 'string',
  },
  'actions.added': {
    id: 'string',
    n: 'number',
    owner: 'string?',
    dueOn: 'string?',
    kind: 'string?',
    size: 'string?',
    source: 'string',
    channel: 'string?',
    ts: 'string?',
  },
  'actions.changed': {
    id: 'string',
    n: 'number',
    owner: 'string?',
    dueOn: 'string?',
    changes: {
      '[]': {
        field: 'string',
        from: 'string?',
        to: 'string?',
      },
    },
    reason: 'string?',
  },
  'actions.done': {
    id: 'string',
    n: 'number',
    owner: 'string?',
  },
  'actions.waived': {
    id: 'string',
    n: 'number',
    owner: 'string?',
    reason: 'string?',
  },
  'actions.reopened': {
    id: 'string',
    n: 'number',
    owner: 'string?',
    dueOn: 'string?',
  },
  'actions.reminded': {
    id: 'string',
    n: 'number',
    shift: 'number',
    dueOn: 'string',
    owner: 'string?',
    lead: {
      '[]': 'string',
    },
  },
  'actions.gaps_asked': {
    to: {
      '[]': 'string',
    },
    count: 'number',
  },
  'actions.issue_linked': {
    id: 'string',
    n: 'number',
    repository: 'string',
    number: 'number',
    url: 'string',
  },
  'actions.issue_failed': {
    id: 'string',
    n: 'number',
    error: 'string',
    attempts: 'number',
    detail: 'string?',
  },
  'actions.issue_repaired': {
    id: 'string',
    n: 'number',
  },
  'actions.conflicted': {
    id: 'string',
    n: 'number',
    conflicts: {
      '[]': {
        field: 'string',
        here: 'string?',
        there: 'string?',
      },
    },
    to: {
      '[]': 'string',
    },
  },
  'actions.conflict_settled': {
    id: 'string',
    n: 'number',
    field: 'string',
    kept: 'string',
  },
  'actions.board_due': {
    day: 'string',
  },
  'actions.removed': {
    id: 'string',
    n: 'number',
  },
  'assembly.widened': {
    reason: 'string',
    people: 'number',
    channels: 'number',
    skipped: 'number',
    gaps: {
      '[]': 'string',
    },
  },
  'assembly.linked': {
    channel: 'string',
    threadTs: 'string?',
    isPrivate: 'boolean',
  },
  'assembly.unlinked': {
    channel: 'string',
    threadTs: 'string?',
    why: 'string',
  },
  'assembly.heard_again': {
    channel: 'string',
    threadTs: 'string?',
    why: 'string',
  },
  'assembly.came': {
    user: 'string',
  },
  'assembly.went': {
    user: 'string',
  },
  'assembly.excluded': {
    people: {
      '[]': 'string',
    },
    reason: 'string?',
  },
  'assembly.narrowed': {
    people: {
      '[]': 'string',
    },
  },
  'assembly.joined': {
    user: 'string',
    n: 'number',
  },
  'assistant.switched': {
    on: 'boolean',
  },
  'assistant.draft_settled': {
    purpose: 'string',
    use: 'string',
  },
  'assistant.dismissed': {
    what: 'string',
  },
  'calls.made': {
    n: 'number',
    function: 'string?',
    people: 'number',
    skipped: 'number',
    channels: {
      '[]': 'string',
    },
    gaps: {
      '[]': 'string',
    },
    reason: 'string?',
  },
  'calls.answered': {
    n: 'number',
    user: 'string',
    answer: 'string',
    how: 'string',
  },
  'calls.unanswered': {
    n: 'number',
    people: {
      '[]': 'string',
    },
    count: 'number',
    handler: 'string?',
  },
  'calls.released': {
    people: {
      '[]': 'string',
    },
    note: 'string?',
  },
  'channel.delayed': {
    invitationId: 'string?',
  },
  'channel.created': {
    channel: 'string',
    name: 'string',
    invitationId: 'string?',
  },
  'channel.name_taken': {
    taken: 'string',
    reserved: 'string',
  },
  'channel.name_refused': {
    refused: 'string',
    reserved: 'string',
    error: 'string',
  },
  'channel.renamed': {
    from: 'string',
    to: 'string',
  },
  'channel.archived': {
    by: 'string?',
    because: 'string?',
  },
  'channel.unarchived': {
    by: 'string?',
  },
  'channel.move_wanted': {
    from: 'string',
    to: 'string',
  },
  'channel.moved': {
    from: 'string',
    name: 'string',
    to: 'string',
  },
  'channel.former_archived': {
    channel: 'string',
  },
  'channel.still_public': {
    user: 'string',
  },
  'channel.converted': {
    to: 'string',
    by: 'string?',
  },
  'channel.id_changed': {
    from: 'string',
    to: 'string',
  },
  'channel.bot_left': {
    by: 'string?',
  },
  'channel.bot_called_back': {
    by: 'string',
  },
  'channel.bot_returned': {
    channel: 'string',
  },
  'invitation.asked': {
    channel: 'string',
    mentionTs: 'string',
    threadTs: 'string?',
  },
  'invitation.form_opened': {
    viewId: 'string',
    user: 'string',
  },
  'invitation.form_closed': {
    viewId: 'string',
    user: 'string',
  },
  'invitation.linked': {
    incident: 'string',
  },
  'invitation.unlinked': {
    incident: 'string',
  },
  'incident.declared': {
    service: 'string',
    summary: 'string',
    urgency: 'string?',
    kind: 'string',
    visibility: 'string',
    invitationId: 'string?',
    detectedBy: 'string?',
    origin: {
      channelId: 'string',
      ts: 'string',
      threadTs: 'string?',
      '?': 'any',
    },
  },
  'incident.level_set': {
    from: 'string?',
    to: 'string',
    reason: 'string?',
    status: 'string',
  },
  'incident.summary_edited': {
    summary: {
      '0': 'string',
      '1': 'string',
      '[]': 'any',
    },
    impact: {
      '0': 'string?',
      '1': 'string?',
      '[]': 'any',
    },
  },
  'incident.type_set': {
    from: {
      '[]': 'string',
    },
    to: {
      '[]': 'string',
    },
  },
  'incident.tags_set': {
    from: {
      '[]': 'string',
    },
    to: {
      '[]': 'string',
    },
  },
  'incident.kind_set': {
    from: 'string',
    to: 'string',
    reason: 'string?',
  },
  'incident.visibility_set': {
    from: 'string',
    to: 'string',
    invitationId: 'string?',
  },
  'incident.times_edited': {
    changes: {
      '[]': {
        field: 'string',
        from: 'string?',
        to: 'string?',
      },
    },
    reason: 'string?',
  },
  'incident.recovered': {
    recoveredAt: 'moment',
    permanence: 'string?',
    postmortemOwner: 'string?',
    postmortemDue: 'string?',
    note: 'string?',
  },
  'incident.reopened': {
    from: 'string',
    reason: 'string?',
    level: 'string?',
  },
  'incident.completed': {
    waivers: 'string?',
    left: {
      '[]': {
        what: 'string',
        count: 'number?',
      },
      '?': 'any',
    },
  },
  'incident.merged': {
    into: 'string',
    channel: 'string?',
  },
  'incident.absorbed': {
    from: 'string',
    channel: 'string?',
  },
  'incident.parted': {
    from: 'string',
    channel: 'string?',
  },
  'incident.cancelled': {
    reason: 'string?',
  },
  'ladder.reminded': {
    stage: 'string',
    due: 'string',
    owner: 'string?',
    people: {
      '[]': 'string',
    },
  },
  'ladder.postponed': {
    from: 'string?',
    to: 'string',
    reason: 'string',
  },
  'ladder.waived': {
    reason: 'string',
  },
  'ladder.published': {
    link: 'string?',
  },
  'ladder.review_planned': {
    n: 'number',
    startsAt: 'moment',
    minutes: 'number',
    people: {
      '[]': 'string',
    },
    from: 'string?',
  },
  'ladder.review_over': {
    n: 'number',
    user: 'string',
  },
  'ladder.review_held': {
    n: 'number',
  },
  'ladder.review_waived': {
    n: 'number',
    reason: 'string',
  },
  'ladder.review_opened': {
    n: 'number',
  },
  'ladder.assigned': {
    from: 'string?',
    to: 'string',
    due: 'string?',
  },
  'paging.requested': {
    page: 'string',
    pager: 'string',
    n: 'number',
    event: 'any',
  },
  'paging.called': {
    pagers: {
      '[]': 'string',
    },
    reason: 'string?',
  },
  'paging.answered': {
    page: 'string',
    pager: 'string',
    n: 'number',
    answer: 'string',
    who: 'string?',
  },
  'paging.delivered': {
    page: 'string',
    pager: 'string',
    event: 'any',
    attempts: 'number',
  },
  'paging.delayed': {
    page: 'string',
    pager: 'string',
    event: 'any',
    error: 'string',
  },
  'paging.failed': {
    page: 'string',
    pager: 'string',
    event: 'any',
    error: 'string',
  },
  'postmortem.drafted': {
    gaps: {
      '[]': 'string',
    },
    isMini: 'boolean',
  },
  'postmortem.status_set': {
    from: 'string',
    to: 'string',
    reason: 'string?',
  },
  'postmortem.filled_there': {
    gaps: {
      '[]': 'string',
    },
  },
  'postmortem.written': {
    section: 'string',
    version: 'number',
    question: 'string?',
  },
  'postmortem.asked': {
    question: 'string',
    gap: 'string',
    user: 'string?',
    channel: 'string?',
    passedBy: 'string?',
  },
  'postmortem.question_settled': {
    question: 'string',
    gap: 'string',
    user: 'string?',
    how: 'string',
    passedTo: 'string?',
  },
  'publishing.opened': {
    repository: 'string',
    number: 'number',
    url: 'string',
    draft: 'boolean',
    gaps: 'number',
  },
  'publishing.readied': 'any',
  'publishing.reviewed': 'any',
  'publishing.merged': 'any',
  'publishing.closed': 'any',
  'publishing.reopened': 'any',
  'publishing.edited': 'any',
  'publishing.stored': {
    folder: 'string',
    path: 'string',
    commit: 'string',
  },
  'publishing.withdrawn': 'any',
  'publishing.failed': {
    error: 'string',
    detail: 'string?',
  },
  'publishing.repaired': {
    error: 'string',
  },
  'publishing.tried_again': 'any',
  'record.marked': {
    channel: 'string',
    ts: 'string',
    kind: 'string',
    via: 'string',
    by: 'string',
  },
  'record.unmarked': {
    channel: 'string',
    ts: 'string',
    kind: 'string',
    via: 'string',
    by: 'string',
  },
  'record.read': {
    channel: 'string',
    ts: 'string',
    author: 'string?',
  },
  'record.edited': {
    channel: 'string',
    ts: 'string',
  },
  'record.forgotten': {
    channel: 'string',
    ts: 'string',
  },
  'record.missed': {
    channel: 'string',
    keys: {
      '[]': 'string',
    },
  },
  'record.repaired': {
    channel: 'string',
    threadTs: 'string?',
    found: 'number',
    edited: 'number',
    deleted: 'number',
  },
  'record.adopted': {
    channel: 'string',
    ts: 'string?',
    threadTs: 'string?',
    messages: 'number',
  },
  'record.adoption_failed': {
    error: 'string',
    attempts: 'number',
  },
  'record.proposal_refused': {
    channel: 'string',
    ts: 'string',
    by: 'string',
  },
  'record.note_added': {
    entry: 'string',
    at: 'string',
    by: 'string',
  },
  'record.entry_edited': {
    entry: 'string',
    n: 'number',
    at: 'string',
    hidden: 'boolean',
    reworded: 'boolean',
    by: 'string',
  },
  'record.recovery_asked': {
    channel: 'string',
    ts: 'string',
    by: 'string',
  },
  'roles.handler_taken': {
    user: 'string',
    handOver: 'string?',
  },
  'roles.vacancy_nudged': 'any',
  'roles.tier_called': 'any',
  'roles.handler_released': {
    user: 'string',
    because: 'any',
  },
  'roles.role_claimed': {
    role: 'string',
    user: 'string',
    handOver: 'string?',
  },
  'roles.role_released': {
    role: 'string',
    user: 'string',
    because: 'any',
  },
  'roles.hand_over_proposed': {
    handOver: 'string',
    role: 'string?',
    from: 'string?',
    to: 'string',
    briefing: 'string',
  },
  'roles.hand_over_waits': {
    handOver: 'string',
    role: 'string?',
    from: 'string?',
    to: 'string',
  },
  'roles.hand_over_dropped': {
    handOver: 'string',
    role: 'string?',
    from: 'string?',
    to: 'string',
    how: 'string',
    reason: 'string?',
  },
  'roles.handed_over': {
    handOver: 'string',
    from: 'string?',
    to: 'string',
    briefing: 'string',
  },
  'sessions.opened': {
    user: 'string',
    how: 'string',
  },
  'sessions.ended': {
    user: 'string',
  },
  'timekeeper.checkpoint_reached': {
    n: 'number',
    level: 'string?',
  },
  'timekeeper.snoozed': {
    reminder: 'string',
    until: 'moment',
    reason: 'string',
  },
  'todos.added': {
    id: 'string',
    n: 'number',
    owner: 'string?',
    dueAt: 'moment?',
    source: 'string',
    channel: 'string?',
    ts: 'string?',
  },
  'todos.owner_refused': {
    id: 'string',
    n: 'number',
    user: 'string',
    why: 'string',
  },
  'todos.assigned': {
    id: 'string',
    n: 'number',
    owner: 'string?',
    from: 'string?',
  },
  'todos.box_set': {
    id: 'string',
    n: 'number',
    dueAt: 'moment?',
  },
  'todos.box_ended': {
    id: 'string',
    n: 'number',
    owner: 'string?',
    handler: 'string?',
  },
  'todos.reworded': {
    id: 'string',
    n: 'number',
  },
  'todos.done': {
    id: 'string',
    n: 'number',
    owner: 'string?',
  },
  'todos.reopened': {
    id: 'string',
    n: 'number',
    owner: 'string?',
    dueAt: 'moment?',
  },
  'todos.dropped': {
    id: 'string',
    n: 'number',
  },
  'tokens.made': {
    name: 'string',
    user: 'string?',
    right: 'string',
    mayNamePeople: 'boolean',
    expiresAt: 'moment?',
  },
  'tokens.revoked': {
    name: 'string',
    user: 'string?',
  },
  'updates.posted': {
    n: 'number',
    report: 'string',
    condition: 'string',
    action: 'string?',
    need: 'string?',
    impact: 'string?',
    impactBefore: 'string?',
    nextAt: 'moment?',
  },
  'updates.due_soon': {
    n: 'number',
    promisedAt: 'moment',
    users: {
      '[]': 'string',
    },
  },
  'updates.unchanged': {
    n: 'number',
    promisedAt: 'moment',
    nextAt: 'moment',
  },
  'updates.overdue': {
    n: 'number',
    step: 'number',
    promisedAt: 'moment',
    tell: 'string',
    users: {
      '[]': 'string',
    },
  },
  'upkeep.archive_announced': {
    archiveAt: 'moment',
  },
  'upkeep.archive_put_off': {
    from: 'string',
    archiveAt: 'moment',
  },
  'upkeep.archive_due': 'any',
  'upkeep.digest_due': {
    day: 'string',
  },
  'views.saved': {
    name: 'string',
    shared: 'boolean',
  },
  'views.removed': {
    name: 'string',
    shared: 'boolean',
  },
}
