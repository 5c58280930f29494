import type { Tx } from '../../kit/db/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { type Fact, factById, Refusal, type World } from '../facts/index.ts'
import {
  type AnyVerb,
  type Caller,
  editSummary,
  editTimes,
  type Incident,
  incidentById,
  perform,
  setTags,
  setType,
  timeFields,
  timesOf,
} from '../incident/index.ts'
import { editEntry, type TimelineEntry, timelineOf } from '../record/index.ts'
import type { Voice } from '../situation/index.ts'
import { texts } from './texts.ts'
import { momentWords } from './turns.ts'

/** Whether what a change left is still so: nobody has changed it since. Of other changes there is no way back but another one. */
export function stillStands(fact: Fact, incident: Incident, entries: readonly TimelineEntry[]): boolean {
  switch (fact.type) {
    case 'incident.summary_edited':
      return incident.summary === fact.data.summary[1] && incident.impact === fact.data.impact[1]
    case 'incident.type_set':
      return String([...incident.types].toSorted()) === String([...fact.data.to].toSorted())
    case 'incident.tags_set':
      return String([...incident.tags].toSorted()) === String([...fact.data.to].toSorted())
    case 'incident.times_edited': {
      const times = timesOf(incident)
      return fact.data.changes.every(({ field, to }) => {
        const known = timeFields.find((each) => each === field)
        return known !== undefined && (times[known]?.toISOString() ?? null) === to
      })
    }
    case 'record.entry_edited': {
      const { entry, n } = fact.data
      return entries.find(({ key }) => key === entry)?.edits.at(-1)?.n === n
    }
    default:
      return false
  }
}

/**
 * Takes a change back by another one, through the same verb, so that whoever looks at Slack sees it. Throws a `Refusal` for what has no way
 * back, and for what somebody has changed since.
 */
export async function undo(
  world: World,
  caller: Caller,
  incidentId: string,
  changeId: string,
  voice: Voice,
): Promise<void> {
  const fact = await factById(world.db.read, changeId)
  if (fact?.subject !== incidentSubject(incidentId)) throw new Refusal('change-unknown')
  const entries = await timelineOf(world.db.read, incidentId, { withHidden: true })
  const back = backOf(
    fact,
    entries,
    texts.in(voice.locale)('undone', { when: momentWords(fact.at.toISOString(), voice) }),
  )
  const before = async (tx: Tx) => {
    const incident = await incidentById(tx, incidentId)
    const now = await timelineOf(tx, incidentId, { withHidden: true })
    if (!incident || !stillStands(fact, incident, now)) throw new Refusal('changed-meanwhile')
  }
  await perform(world, back.does, { ...caller, before }, incidentId, back.given)
}

type Back = { does: AnyVerb; given: object }

function backOf(fact: Fact, entries: readonly TimelineEntry[], reason: string): Back {
  switch (fact.type) {
    case 'incident.summary_edited':
      return { does: editSummary, given: { summary: fact.data.summary[0], impact: fact.data.impact[0] } }
    case 'incident.type_set':
      return { does: setType, given: { type: fact.data.from } }
    case 'incident.tags_set':
      return { does: setTags, given: { tags: fact.data.from } }
    case 'incident.times_edited':
      return {
        does: editTimes,
        given: { ...Object.fromEntries(fact.data.changes.map(({ field, from }) => [field, from])), reason },
      }
    case 'record.entry_edited': {
      const { entry: key, n } = fact.data
      const before = entries.find((each) => each.key === key)?.edits.find((each) => each.n === n - 1)
      const { moment = null, words = null, hidden = false } = before ?? {}
      const shown = hidden ? 'hidden' : 'shown'
      return { does: editEntry, given: { entry: key, at: moment?.toISOString() ?? null, words, shown, reason } }
    }
    default:
      throw new Refusal('change-unknown')
  }
}
