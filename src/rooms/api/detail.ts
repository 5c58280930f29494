import { readable } from '../../kit/block-kit/index.ts'
import type { Reader } from '../../kit/db/index.ts'
import { hasRight, type Looker, mayRead } from '../access/index.ts'
import { type Acceptance, acceptanceOf } from '../assistant/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { namesOf } from '../directory/index.ts'
import { doerName, type FactOf, factsAbout, type World } from '../facts/index.ts'
import { gapsLeft } from '../postmortem/index.ts'
import { type RoleTerm, roleTerms } from '../roles/index.ts'
import { problemWords, type Situation, situationOf, type Voice } from '../situation/index.ts'
import type { DetailAnswer } from './detail-shapes.ts'
import { answerOf } from './look.ts'

const isoOf = (at: Date | null | undefined): string | null => at?.toISOString() ?? null

type Told = FactOf<'incident.level_set' | 'updates.posted'>

/** All that the page of an incident shows; undefined where there is none, or none that the looker may know of. */
export async function detailFor(
  world: World,
  incidentId: string,
  looker: Looker,
  voice: Voice,
): Promise<DetailAnswer | undefined> {
  const { read } = world.db
  if (!(await mayRead(read, incidentId, looker))) return undefined
  const [situation, facts, accepted, terms] = await Promise.all([
    situationOf(read, incidentId),
    factsAbout(read, incidentSubject(incidentId), ['incident.level_set', 'updates.posted']),
    acceptanceOf(read, incidentId),
    roleTerms(read, incidentId),
  ])
  if (!situation) return undefined
  const names = await namesIn(read, situation, facts, terms)
  const userId = looker?.userId
  const respond = userId !== undefined && (await hasRight(read, world.settings(), userId, 'respond'))
  return { ...detailOf(situation, facts, terms, { ...voice, names }), can: { respond }, drafts: draftsOf(accepted) }
}

const draftsOf = ({ 'as-is': as_is, edited, dropped, unsent }: Acceptance) => ({ as_is, edited, dropped, unsent })

/** The names of all whom the page names. */
async function namesIn(
  reader: Reader,
  { incident, todos, actions }: Situation,
  facts: readonly Told[],
  terms: readonly RoleTerm[],
): Promise<Map<string, string>> {
  const said = [...todos.list, ...todos.closed].map(({ words }) => words ?? '')
  return namesOf(
    reader,
    [
      incident.declaredBy,
      incident.postmortemOwner,
      ...terms.map(({ userId }) => userId),
      ...[...todos.list, ...todos.closed].map(({ owner }) => owner),
      ...actions.map(({ owner }) => owner),
      ...facts.map(({ actor }) => (actor.kind === 'person' ? actor.id : null)),
      ...said.flatMap((words) => [...words.matchAll(/<[@#]([A-Z0-9]+)/g)].map(([, id]) => id ?? null)),
    ].flatMap((id) => id ?? []),
  )
}

function detailOf(
  situation: Situation,
  facts: readonly Told[],
  terms: readonly RoleTerm[],
  voice: Voice & { names: ReadonlyMap<string, string> },
): Omit<DetailAnswer, 'can' | 'drafts'> {
  const { incident, todos, actions, lastUpdate, problems } = situation
  const { names, settings } = voice
  const someone = (id: string) => ({ id, name: names.get(id) ?? id })
  const byWhom = ({ actor }: Told) => doerName(actor, (id) => names.get(id) ?? id) ?? null
  const plain = (words: string | null) => words && readable(words, names)
  return {
    incident: answerOf(situation),
    declared_by: someone(incident.declaredBy),
    handler_taken_at: isoOf(incident.handlerTakenAt),
    first_update_at: isoOf(lastUpdate?.firstAt),
    roles: terms.map(({ role, userId, since, until }) => ({
      role,
      name: settings.roles[role].label,
      person: someone(userId),
      since: since.toISOString(),
      until: isoOf(until),
    })),
    levels: facts.flatMap((fact) =>
      fact.type === 'incident.level_set'
        ? [
            {
              at: fact.at.toISOString(),
              from: fact.data.from,
              to: fact.data.to,
              by: byWhom(fact),
              reason: fact.data.reason,
            },
          ]
        : [],
    ),
    updates: facts
      .flatMap((fact) =>
        fact.type === 'updates.posted'
          ? [
              {
                at: fact.at.toISOString(),
                by: byWhom(fact),
                condition: readable(fact.data.condition, names),
                action: plain(fact.data.action),
                need: plain(fact.data.need),
              },
            ]
          : [],
      )
      .toReversed(),
    todos: [...todos.list, ...todos.closed].map(({ id, n, words, owner, state, dueAt }) => ({
      id,
      n,
      words: plain(words),
      owner: owner === null ? null : someone(owner),
      state,
      due_at: isoOf(dueAt),
    })),
    actions: actions.map(({ id, n, title, owner, state, dueOn }) => ({
      id,
      n,
      title,
      owner: owner === null ? null : someone(owner),
      state,
      due_on: dueOn,
    })),
    postmortem: {
      owner: incident.postmortemOwner === null ? null : someone(incident.postmortemOwner),
      due_on: incident.postmortemDue,
      gaps: gapsLeft(situation, settings).length,
    },
    problems: problems.map((problem) => readable(problemWords(problem, voice), names)),
  }
}
