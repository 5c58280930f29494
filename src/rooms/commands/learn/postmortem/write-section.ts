import { person, Refusal } from '../../../facts/index.ts'
import { editTimes, perform, setType } from '../../../incident/index.ts'
import { writeSections } from '../../../postmortem/index.ts'
import { type Command, verbForm } from '../../command.ts'
import { aboutOf, fieldsOf, isKept, sectionsIn, seenOf, toldIn } from './fields.ts'
import { texts } from './texts.ts'

/** One section of the postmortem, or the five questions of a mini review; the button says which. */
export const writeSectionCommand: Command = {
  verb: 'write-section',
  label: (locale) => texts.in(locale)('label.write-section'),
  offered: () => false,
  form(situation, voice, _now, argument) {
    if (argument === null) return undefined
    const t = texts.in(voice.locale)
    const about = aboutOf(argument)
    return verbForm(
      'write-section',
      { situation, voice, argument: `${about}@${seenOf(about, situation)}` },
      { title: t(about === 'mini' ? 'title.mini' : 'title.write-section'), submit: t('submit.write-section') },
      fieldsOf(about, situation, voice, t('hint.seen')),
    )
  },
  async run(world, { by, incidentId, values, argument }) {
    const [value, seen = ''] = (argument ?? '').split('@')
    const about = aboutOf(value)
    if (isKept(about)) {
      const told = toldIn(about, values)
      if (!told) throw new Refusal('nothing-changed')
      const caller = { actor: person(by), via: 'slack' as const }
      if ('types' in told) await perform(world, setType, caller, incidentId, { type: told.types })
      else await perform(world, editTimes, caller, incidentId, { [about]: told.at.toISOString() })
      return undefined
    }
    await writeSections(world, by, incidentId, sectionsIn(about, seen, values))
    return undefined
  },
}
