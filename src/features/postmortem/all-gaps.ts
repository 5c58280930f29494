import type { Block } from '../../kit/block-kit/index.ts'
import { type GapProposals, noteDraft, settleDraft } from '../../rooms/assistant/index.ts'
import { callerOf, listOf, momentOf, type Order, textOf } from '../../rooms/faces/index.ts'
import { Refusal, type World } from '../../rooms/facts/index.ts'
import { editTimes, perform, setLevel, setType } from '../../rooms/incident/index.ts'
import { gapsLeft, sectionOf, writeSections } from '../../rooms/postmortem/index.ts'
import type { Situation, Voice } from '../../rooms/situation/index.ts'
import { askedField } from './fields.ts'
import { proposalBlocks, proposalFor } from './proposals.ts'

/** What the form of all gaps remembers: which they were, and the versions of those that are sections. */
export const argumentOfGaps = (situation: Situation, voice: Voice): string => {
  const gaps = gapsLeft(situation, voice.settings)
  const versions = gaps.map((gap) => {
    const section = sectionOf(gap)
    return section ? (situation.learning.written.get(section)?.version ?? 0) : 0
  })
  return `gaps:${gaps.join(',')}@${versions.join('.')}`
}

/** Notes which words the form proposes, so that it is known what becomes of them; answers how the form names that. */
export function noteProposed(
  world: World,
  { incident }: Situation,
  by: string,
  proposals: GapProposals,
  inPlaceOf?: string,
): Promise<string | undefined> {
  const fields = Object.fromEntries(
    Object.keys(proposals).flatMap((gap) => {
      const words = sectionOf(gap) && proposalFor(gap, proposals)?.words
      return words ? [[gap, words]] : []
    }),
  )
  return noteDraft(world, { incidentId: incident.id, userId: by, purpose: 'gaps', fields }, inPlaceOf)
}

/** How the form of all gaps names what it proposed when it was drawn before. */
export const draftIn = (argument: string): string | undefined => argument.split('@')[2]

export const isOfGaps = (argument: string | null): argument is string => argument?.startsWith('gaps') ?? false

/** Every gap that is left, in one form; each may stay one. */
export function gapFields(situation: Situation, voice: Voice, proposals: GapProposals = {}): Block[] {
  return gapsLeft(situation, voice.settings).flatMap((gap, n) => [
    askedField(gap, situation, voice, { optional: true }),
    ...proposalBlocks(gap, proposals, situation, n, voice),
  ])
}

/** Fills in what was answered, each with its own verb; what was left empty stays a gap. Refuses a form in which nothing stands. */
export async function fillGaps(world: World, order: Order): Promise<void> {
  const { incidentId, values, argument } = order
  const [names = '', seen = '', draft] = (argument ?? '').slice('gaps:'.length).split('@')
  const gaps = names.split(',')
  const versions = seen.split('.').map(Number)
  const caller = callerOf(order)
  const times = (['occurred_at', 'detected_at'] as const).flatMap((field) => {
    const at = momentOf(values[field])
    return at ? [[field, at.toISOString()] as const] : []
  })
  const types = listOf(values.type)
  const level = textOf(values.level)
  const sections = gaps.flatMap((gap, n) => {
    const words = sectionOf(gap) ? textOf(values[gap]) : null
    return words ? [{ gap, words, version: versions[n] ?? 0 }] : []
  })
  if (times.length + types.length + sections.length === 0 && !level) throw new Refusal('nothing-changed')
  // The words last: what is refused before them is put right in the same form, and nothing is written twice.
  if (times.length > 0) await unlessSame(() => perform(world, editTimes, caller, incidentId, Object.fromEntries(times)))
  if (level) await unlessSame(() => perform(world, setLevel, caller, incidentId, { level }))
  if (types.length > 0) await unlessSame(() => perform(world, setType, caller, incidentId, { type: types }))
  if (sections.length > 0)
    await perform(world, writeSections, caller, incidentId, {
      ...Object.fromEntries(sections.map(({ gap, words }) => [gap, words])),
      seen: Object.fromEntries(sections.map(({ gap, version }) => [gap, version])),
    })
  if (draft) await settleDraft(world, { incidentId, id: draft, by: order.by }, values)
}

/** A form that is sent again finds done what it did before. */
async function unlessSame(act: () => Promise<unknown>): Promise<void> {
  try {
    await act()
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || !['nothing-changed', 'level-same'].includes(thrown.code)) throw thrown
  }
}
