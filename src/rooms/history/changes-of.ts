import { mentionedIn } from '../../kit/block-kit/index.ts'
import type { Reader } from '../../kit/db/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { namesOf } from '../directory/index.ts'
import { doerName, type Fact, factsBefore, viaWords } from '../facts/index.ts'
import { happenedFacts, happeningOf, type Telling, tellFact, tellOriginal, timelineOf } from '../record/index.ts'
import type { Situation, Voice } from '../situation/index.ts'
import type { Change } from './change.ts'
import { type Beside, reasonOf, turnsOf } from './turns.ts'
import { stillStands } from './undo.ts'

/** A page of the changes of an incident, the newest first, and where the next begins. The caller has asked whether it may be read. */
export async function changesOf(
  reader: Reader,
  situation: Situation,
  page: { before: number | undefined; limit: number },
  voice: Voice,
): Promise<{ changes: Change[]; next: number | null }> {
  const incidentId = situation.incident.id
  const [{ facts, next }, entries] = await Promise.all([
    factsBefore(reader, incidentSubject(incidentId), happenedFacts('all'), page),
    timelineOf(reader, incidentId, { withHidden: true }),
  ])
  const todos = [...situation.todos.list, ...situation.todos.closed]
  const names = await namesOf(reader, [...facts, ...entries, ...todos].flatMap(namedIn))
  const telling: Telling = { ...voice, names, todos: new Map(todos.map(({ id, words }) => [id, words])) }
  const beside: Beside = {
    names,
    entries: new Map(entries.map((entry) => [entry.key, entry])),
    original: (entry) => tellOriginal(entry, telling),
  }
  return {
    next,
    changes: facts.map((fact) => ({
      fact,
      words: wordsOf(fact, telling),
      turns: turnsOf(fact, beside, voice),
      reason: reasonOf(fact, beside, voice),
      canUndo: stillStands(fact, { incident: situation.incident, entries }),
    })),
  }
}

/** Whomever something could name: a text that looks like an id, or names one. */
const namedIn = (something: unknown): string[] => {
  const text = JSON.stringify(something) ?? ''
  return [...text.matchAll(/"([UWCGS][A-Z0-9]{4,})"/g)].map(([, id]) => id ?? '').concat(mentionedIn(text))
}

/** A change in one line. The door through which a person made it is said beside it; an agent is known by its own. */
function wordsOf(fact: Fact, telling: Telling): string {
  const { actor } = fact
  // What the timeline does not show the bot may have done by itself, by its own name.
  if (!happeningOf(fact.type)?.kind)
    return tellFact(fact, telling, doerName(actor, (id) => telling.names.get(id) ?? id) ?? 'sssbot')
  const told = `${tellFact(fact, telling)}${actor.kind === 'agent' ? viaWords(actor, telling.locale) : ''}`
  // The bot’s own signs stand in front of a timeline’s lines; here a column says what it is.
  return told.replace(/^[^\p{L}\p{N}「（(]+/u, '')
}
