import { mentionedIn } from '../../kit/block-kit/index.ts'
import type { Reader } from '../../kit/db/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { namesOf } from '../directory/index.ts'
import { doerName, type Fact, factsBefore, person } from '../facts/index.ts'
import { type Telling, type TimelineEntry, tellOriginal, timelineOf } from '../record/index.ts'
import type { Situation, Voice } from '../situation/index.ts'
import { type Change, changeFacts, quietFacts } from './change.ts'
import { texts } from './texts.ts'
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
    factsBefore(reader, incidentSubject(incidentId), changeFacts, page),
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
      reason: reasonOf(fact, beside),
      canUndo: stillStands(fact, situation.incident, entries),
    })),
  }
}

/** Whomever something could name: a text that looks like an id, or names one. */
const namedIn = (something: unknown): string[] => {
  const text = JSON.stringify(something) ?? ''
  return [...text.matchAll(/"([UWCGS][A-Z0-9]{4,})"/g)].map(([, id]) => id ?? '').concat(mentionedIn(text))
}

const isQuiet = (type: string): type is (typeof quietFacts)[number] => quietFacts.some((each) => each === type)

/** A change in one line; the door through which it was made is said beside it. */
function wordsOf(fact: Fact, telling: Telling): string {
  const { actor } = fact
  if (isQuiet(fact.type)) {
    const who = doerName(actor, (id) => telling.names.get(id) ?? id) ?? 'sssbot'
    const { data } = fact
    const n = 'n' in data ? data.n : 'number' in data ? data.number : ''
    return texts.in(telling.locale)(fact.type, { who, n })
  }
  const plain = actor.kind === 'person' ? { ...fact, actor: person(actor.id) } : fact
  const told = { is: 'fact', key: `fact:${fact.id}`, fact: plain, at: fact.at, originalAt: fact.at } as const
  const entry: TimelineEntry = { ...told, words: null, hidden: false, edits: [] }
  // The bot’s own signs stand in front of a timeline’s lines; here a column says what it is.
  return tellOriginal(entry, telling).replace(/^[^\p{L}\p{N}「（(]+/u, '')
}
