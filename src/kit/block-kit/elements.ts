import { asMessage } from './message.ts'
import { limits, mrkdwn, plain } from './text.ts'
import type { ActionElement, Block, Button, Confirm, MessageContent, Option, StaticSelect, Text } from './types.ts'

export const section = (text: string, accessory?: Button): Block => ({
  type: 'section',
  text: mrkdwn(text),
  ...(accessory ? { accessory } : {}),
})

/** A message that is one text, in mrkdwn. */
export const textMessage = (text: string): MessageContent => asMessage([text], [section(text)])

/** The same in small letters, for what was long once. */
export const smallMessage = (text: string): MessageContent => asMessage([text], [context(text)])

/** Pairs of short facts side by side; at most ten (Slack's limit), the rest is dropped by the caller's choice of order. */
export const fields = (texts: string[]): Block => ({
  type: 'section',
  fields: texts.slice(0, 10).map((text) => mrkdwn(text, limits.sectionField)),
})

export const context = (...texts: string[]): Block => ({
  type: 'context',
  elements: texts.slice(0, 10).map((text): Text => mrkdwn(text, limits.contextText)),
})

export const actions = (blockId: string, elements: ActionElement[]): Block => ({
  type: 'actions',
  block_id: blockId,
  elements,
})

export function button(args: {
  actionId: string
  text: string
  value?: string
  url?: string
  style?: 'primary' | 'danger'
  confirm?: Confirm
}): Button {
  return {
    type: 'button',
    action_id: args.actionId,
    text: plain(args.text, limits.buttonText),
    ...(args.value === undefined ? {} : { value: args.value }),
    ...(args.url === undefined ? {} : { url: args.url }),
    ...(args.style === undefined ? {} : { style: args.style }),
    ...(args.confirm === undefined ? {} : { confirm: args.confirm }),
  }
}

export const option = (value: string, text: string, description?: string): Option => ({
  text: plain(text, limits.optionText),
  value,
  ...(description ? { description: plain(description, limits.optionText) } : {}),
})

/** A menu in a message. Ours alone are there: never more than 100. */
export const menuSelect = (args: { actionId: string; placeholder: string; options: Option[] }): StaticSelect => ({
  type: 'static_select',
  action_id: args.actionId,
  options: args.options.slice(0, limits.options),
  placeholder: plain(args.placeholder, limits.placeholder),
})
