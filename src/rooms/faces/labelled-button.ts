import { type Button, button, type Confirm, limits, plain } from '../../kit/block-kit/index.ts'
import type { Voice } from '../situation/index.ts'
import { type Command, verbActionId } from './command.ts'
import { texts } from './texts.ts'

/** The button of a command by its own name; it asks first where the click cannot be undone. */
export const labelledButton = ({ verb, label, sure }: Command, { locale }: Pick<Voice, 'locale'>): Button =>
  button({
    actionId: verbActionId(verb),
    text: label(locale),
    ...(sure ? { confirm: confirmOf(label(locale), sure(locale), texts.in(locale)('cancel')) } : {}),
  })

const confirmOf = (label: string, words: string, deny: string): Confirm => ({
  title: plain(label, limits.modalTitle),
  text: plain(words, limits.label),
  confirm: plain(label, limits.modalTitle),
  deny: plain(deny, limits.modalTitle),
})
