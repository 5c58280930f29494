import {
  type ActionElement,
  actions,
  type Block,
  type Button,
  button,
  menuSelect,
  option,
} from '../../kit/block-kit/index.ts'
import type { Situation, Voice } from '../situation/index.ts'
import { controlsBlockId, verbActionId } from './command.ts'
import { labelledButton } from './labelled-button.ts'
import { commands, menuVerbs, type Verb } from './registry.ts'
import { texts } from './texts.ts'
import { isOver, nextStep } from './verb.ts'

/** The button with the one next step. */
export const nextActionId = 'incident.next'
/** The menu with everything else. */
export const menuActionId = 'incident.menu'

/**
 * A button that does one verb, for any message about an incident. `argument` says which of several things is meant. It
 * stands in a block whose id is `controlsBlockId`, or in a message of the incident's own.
 */
export const verbButton = (
  verb: Verb,
  voice: Voice,
  { argument, text, style }: { argument?: string; text?: string; style?: 'primary' | 'danger' } = {},
): Button =>
  button({
    actionId: verbActionId(verb),
    text: text ?? commands[verb].label(voice.locale),
    ...(argument === undefined ? {} : { value: argument }),
    ...(style === undefined ? {} : { style }),
  })

/** The button of a verb by its own name, which asks first where the click cannot be undone. */
export const plainButton = (verb: Verb, voice: Voice): Button => labelledButton(commands[verb], voice)

/** What the button and the menu call a verb, for texts that send people there. */
export const verbLabel = (verb: Verb, voice: Voice): string => commands[verb].label(voice.locale)

/**
 * The next step as a button, `fixed` ones beside it, everything else in a menu. Where it `isQuiet` no button is primary: once it is
 * over, since the step left is a person's.
 */
export function controls(
  situation: Situation,
  voice: Voice,
  { isQuiet = isOver(situation.incident), fixed = [] }: { isQuiet?: boolean; fixed?: readonly Verb[] } = {},
): Block {
  const t = texts.in(voice.locale)
  const next = nextStep(situation)
  const beside = fixed.filter((verb) => verb !== next && commands[verb].offered(situation))
  const elements: ActionElement[] = [
    button({
      actionId: nextActionId,
      text: commands[next].label(voice.locale),
      value: next,
      ...(isQuiet ? {} : { style: 'primary' as const }),
    }),
    ...beside.map((verb) => labelledButton(commands[verb], voice)),
    menuSelect({
      actionId: menuActionId,
      placeholder: t('menu'),
      options: menuVerbs(situation).map((verb) => option(verb, commands[verb].label(voice.locale))),
    }),
  ]
  return actions(controlsBlockId(situation.incident.id), elements)
}
