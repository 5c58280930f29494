import type { Excused } from './readable.ts'

const itself = 'the bot asks for its own work; nobody is shown what it finds'
const proven = 'by its own id: `perform` proves that it belongs to the incident, of which the caller may know'
const said = 'by a message that Slack has just told of: whoever wrote, marked or deleted it stands before it'

const condition =
  'a condition, which reads nothing by itself: whoever puts it into a query is asked for the predicate there'

/** What reads rows of incidents without `readableBy` and may, by `path: name`, with the reason. */
export const excused: Excused = {
  'src/rooms/access/store.ts: knowersOf':
    'by the id of an incident that was admitted; the predicate itself is made of the same rows',
  'src/rooms/access/store.ts: takesPartIn': condition,
  'src/rooms/access/store.ts: amongThoseOf': condition,
  'src/rooms/access/store.ts: takesPartInMany':
    'only whether a person takes part in many, which decides how their own list is read',
  'src/rooms/search/heads/store.ts: incidentsHolding': condition,
  'src/rooms/channel/store.ts: incidentChannelById':
    'by the channel in Slack: doors ask afterwards whether the person may know of it',
  'src/rooms/search/fill/store.ts: fillProgress': 'only a number, for whoever runs the bot',
  'src/rooms/channel/store.ts: takeName': 'only whether a name is free',
  'src/rooms/channel/store.ts: incidentHere': condition,
  'src/rooms/search/store.ts: entryAlong':
    'copies into the entry whether the incident is private; it is a part of a statement, which answers nothing',
  'src/rooms/channel/moving/store.ts: incidentThatLeft':
    'a door asks before it shows anything: src/rooms/commands/here.ts',
  'src/rooms/channel/store.ts: channelsWithin': itself,
  'src/rooms/channel/store.ts: channelsAhead': 'only a number, of channels that are not made yet',
  'src/rooms/models/ledger/store.ts: stillStands': itself,
  'src/rooms/models/ledger/store.ts: sentSince': 'only a number, of the very text that is about to be sent',
  'src/rooms/models/ledger/store.ts: isUnderWay': 'whether the very text that is about to be sent is under way',
  'src/rooms/models/ledger/store.ts: oldestText': 'only a moment, for the timer',
  'src/rooms/models/store.ts: answerBy':
    'by a hash of all that it was made from: whoever asks has read that, as far as they may',
  'src/rooms/paging/store.ts: lockPage': itself,
  'src/rooms/todos/store.ts: todoById': proven,
  'src/rooms/todos/store.ts: todosOfMessage': said,
  'src/rooms/actions/store.ts: actionById': proven,
  'src/rooms/actions/store.ts: actionOfMessage': said,
  'src/rooms/actions/store.ts: actionOfTodo': proven,
  'src/rooms/actions/store.ts: openActions': 'the home page and the board ask of each whether it may be shown there',
  'src/rooms/actions/store.ts: newestOpenActions':
    'what is like this incident is looked for among them, and what is private left out',
  'src/rooms/actions/store.ts: isAnyOpen': itself,
  'src/rooms/reading/store.ts: idsWithPart': 'its sub-selects narrow what `chosen` admits by the predicate',
  'src/rooms/assembly/store.ts: incidentsWithGaps': itself,
  'src/rooms/assembly/places/store.ts: incidentsHearing': itself,
  'src/rooms/assembly/places/store.ts: linkedThreads': itself,
  'src/rooms/assembly/places/store.ts: tellLinkedIn': itself,
  'src/rooms/assembly/places/store.ts: incidentsInThread': itself,
  'src/rooms/incident/store.ts: incidentOfView': 'by the form that declared it, for whoever sent that form',
  'src/rooms/incident/store.ts: incidentsOfInvitation': 'the answer to a mention, which names no private one',
  'src/rooms/incident/store.ts: absorbedBy': 'only ids; a situation hides the channel of what is secret',
  'src/rooms/incident/store.ts: recoveredIncidents': 'the digest, which goes to the handler of each',
  'src/rooms/incident/store.ts: countOpenPublic': 'only the number of public ones',
  'src/rooms/updates/store.ts: isSent': 'by the form that sent it, for whoever sent that form',
  'src/rooms/postmortem/questions/store.ts: questionById': proven,
  'src/rooms/postmortem/questions/store.ts: busyAmong':
    'only who is asked something now, so that nobody is asked two things at once',
  'src/rooms/postmortem/questions/store.ts: incidentsInWork': itself,
  'src/rooms/publishing/store.ts: incidentsOfPull': itself,
  'src/rooms/publishing/store.ts: stuckLike': itself,
  'src/rooms/publishing/store.ts: isPathTaken': 'only whether the bot may take a path',
  'src/rooms/record/repair/store.ts: wantRun': itself,
  'src/rooms/record/repair/store.ts: runOf': itself,
  'src/rooms/record/repair/store.ts: finishRun': itself,
  'src/rooms/record/conversation/store.ts: recordsOf': said,
  'src/rooms/record/conversation/store.ts: standingAt': said,
  'src/rooms/record/store.ts: messageSaid': said,
  'src/rooms/record/conversation/store.ts: eraseMessages': said,
  'src/rooms/search/fill/store.ts: incidentBehind': itself,
  'src/rooms/roles/store.ts: incidentsOfHolder': itself,
  'src/rooms/roles/store.ts: everyHolder': itself,
}
