import { fieldActionId, type InputElement, type Option, option } from '../../kit/block-kit/index.ts'
import { type IncidentType, incidentTypes, mildestFirst } from '../settings/index.ts'
import type { Voice } from '../situation/index.ts'

/** The levels of the settings to choose of, the worst first. */
export const levelOptions = ({ locale, settings }: Voice): Option[] =>
  mildestFirst(settings.levels)
    .toReversed()
    .map(({ key, label, description }) => option(key, label[locale], description?.[locale]))

/** The three types to be ticked, with those that hold now. */
export function typesInput(now: readonly IncidentType[], { locale, settings }: Voice): InputElement {
  const options = incidentTypes.map((type) =>
    option(type, settings.types[type].label[locale], settings.types[type].description[locale]),
  )
  const initial = options.filter(({ value }) => now.some((type) => type === value))
  return {
    type: 'checkboxes',
    action_id: fieldActionId,
    options,
    ...(initial.length > 0 ? { initial_options: initial } : {}),
  }
}
