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
import { theMenu } from './menu.ts'
import { isOver, nextStep } from './next-step.ts'
import { texts } from './texts.ts'
import type { Verb } from './verbs.ts'

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
    text: text ?? verbLabel(verb, voice),
    ...(argument === undefined ? {} : { value: argument }),
    ...(style === undefined ? {} : { style }),
  })

/** The button of a verb by its own name, which asks first where the click cannot be undone. */
export const plainButton = (verb: Verb, voice: Voice): Button => labelledButton(theMenu().commandOf(verb), voice)

/** What the button and the menu call a verb, for texts that send people there. */
export const verbLabel = (verb: Verb, { locale }: Pick<Voice, 'locale'>): string =>
  theMenu().commandOf(verb).label(locale)

/**
 * The next step as a button, `fixed` ones beside it, everything else in a menu. Where it `isQuiet` no button is primary: once it is
 * over, since the step left is a person's. A step that is `offered` above already has no second button.
 */
export function controls(
  situation: Situation,
  voice: Voice,
  {
    isQuiet = isOver(situation.incident),
    fixed = [],
    offered = [],
  }: { isQuiet?: boolean; fixed?: readonly Verb[]; offered?: readonly string[] } = {},
): Block {
  const next = nextStep(situation)
  const { commandOf, offeredNow } = theMenu()
  const beside = fixed.filter((verb) => verb !== next && commandOf(verb).offered(situation))
  const step = button({
    actionId: nextActionId,
    text: verbLabel(next, voice),
    value: next,
    ...(isQuiet ? {} : { style: 'primary' as const }),
  })
  const elements: ActionElement[] = [
    ...(offered.includes(next) ? [] : [step]),
    ...beside.map((verb) => plainButton(verb, voice)),
    menuSelect({
      actionId: menuActionId,
      placeholder: texts.in(voice.locale)('menu'),
      options: offeredNow(situation).map((verb) => option(verb, verbLabel(verb, voice))),
    }),
  ]
  return actions(controlsBlockId(situation.incident.id), elements)
}
