import { type ActionElement, actions, type Block, button, option, select } from '../../kit/block-kit/index.ts'
import type { Situation, Voice } from '../situation/index.ts'
import { texts } from './texts.ts'
import { isOver, menuVerbs, nextStep } from './verb.ts'

/** The button with the one next step. */
export const nextActionId = 'incident.next'
/** The menu with everything else. */
export const menuActionId = 'incident.menu'

/** The block that carries the controls names the incident, so that a click is understood wherever the message stands. */
export const controlsBlockId = (incidentId: string): string => `incident:${incidentId}`

/** The next step as a button, everything else in a menu. Once it is over no button is primary: the step left is a person's. */
export function controls(situation: Situation, voice: Voice): Block {
  const t = texts.in(voice.locale)
  const next = nextStep(situation)
  const elements: ActionElement[] = [
    button({
      actionId: nextActionId,
      text: t(`label.${next}`),
      value: next,
      ...(isOver(situation.incident) ? {} : { style: 'primary' as const }),
    }),
    select({
      actionId: menuActionId,
      placeholder: t('menu'),
      options: menuVerbs(situation).map((verb) => option(verb, t(`label.${verb}`))),
    }),
  ]
  return actions(controlsBlockId(situation.incident.id), elements)
}
