import { context, type ModalView } from '../../kit/block-kit/index.ts'
import type { GapProposals } from '../../rooms/assistant/index.ts'
import { type Command, callerOf, doing, type Order, verbForm } from '../../rooms/faces/index.ts'
import { Refusal } from '../../rooms/facts/index.ts'
import { editTimes, perform, setType } from '../../rooms/incident/index.ts'
import { writeSections } from '../../rooms/postmortem/index.ts'
import type { Situation, Voice } from '../../rooms/situation/index.ts'
import { argumentOfGaps, draftIn, fillGaps, gapFields, isOfGaps, noteProposed } from './all-gaps.ts'
import { aboutOf, fieldsOf, isKept, seenOf, toldIn, writingIn } from './fields.ts'
import { texts } from './form-texts.ts'
import { proposalsShown } from './proposals.ts'

/** The form remembers what it is about, and the versions that it showed. */
function aboutIn({ argument }: Order) {
  const [value, seen = ''] = (argument ?? '').split('@')
  return { about: aboutOf(value), seen }
}

const writing = doing(writeSections, (order) => {
  const { about, seen } = aboutIn(order)
  return isKept(about) ? {} : writingIn(about, seen, order.values)
})

/** Every gap that is left, in one form, with what is proposed for it. */
export function gapsForm(situation: Situation, voice: Voice, proposals: GapProposals = {}, draft?: string): ModalView {
  const t = texts.in(voice.locale)
  const words = { title: t('title.write-section'), submit: t('submit.write-section') }
  const argument = [argumentOfGaps(situation, voice), ...(draft ? [draft] : [])].join('@')
  return verbForm('write-section', { situation, voice, argument }, words, [
    context(t('gaps.intro')),
    ...gapFields(situation, voice, proposals),
  ])
}

/** One section of the postmortem, or the five questions of a mini review; the button says which. */
export const writeSectionCommand: Command = {
  ...writing,
  label: (locale) => texts.in(locale)('label.write-section'),
  spoken: {
    ja: ['ポストモーテムの節を直す', 'ポストモーテムを直す', 'ポストモーテムを編集する', '節を書く'],
    en: ['edit postmortem', 'write section', 'edit section', 'fix postmortem'],
    within: 'postmortem',
  },
  offered: () => false,
  awaits: (argument) => (isOfGaps(argument) ? 'draft-gaps' : undefined),
  async look(_reader, { world, situation, by, now, argument }, voice) {
    if (!isOfGaps(argument)) return writeSectionCommand.form?.(situation, voice, now, argument)
    const proposals = await proposalsShown(world, situation, by, voice)
    return gapsForm(situation, voice, proposals, await noteProposed(world, situation, by, proposals, draftIn(argument)))
  },
  form(situation, voice, _now, argument) {
    if (argument === null) return undefined
    const t = texts.in(voice.locale)
    if (isOfGaps(argument)) return gapsForm(situation, voice)
    const about = aboutOf(argument)
    return verbForm(
      'write-section',
      { situation, voice, argument: `${about}@${seenOf(about, situation)}` },
      { title: t(about === 'mini' ? 'title.mini' : 'title.write-section'), submit: t('submit.write-section') },
      fieldsOf(about, situation, voice, t('hint.seen')),
    )
  },
  async run(world, order, voice) {
    if (isOfGaps(order.argument)) {
      await fillGaps(world, order)
      return undefined
    }
    const { about } = aboutIn(order)
    if (!isKept(about)) return writing.run(world, order, voice)
    const { incidentId, values } = order
    const told = toldIn(about, values)
    if (!told) throw new Refusal('nothing-changed')
    const caller = callerOf(order)
    if ('types' in told) await perform(world, setType, caller, incidentId, { type: told.types })
    else await perform(world, editTimes, caller, incidentId, { [about]: told.at.toISOString() })
    return undefined
  },
}
