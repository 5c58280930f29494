import { type Button, button } from '../../kit/block-kit/index.ts'
import type { Voice } from '../situation/index.ts'
import { type Command, verbActionId } from './command.ts'

/** The button of a command by its own name. */
export const labelledButton = ({ verb, label }: Command, { locale }: Pick<Voice, 'locale'>): Button =>
  button({ actionId: verbActionId(verb), text: label(locale) })
