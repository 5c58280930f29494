import { clip, limits, plain } from './text.ts'
import type { Block, InputElement, ModalView } from './types.ts'

/** The one action id of the element inside an input block; the block's id names the field. */
export const fieldActionId = 'value'

/** One field of a form. `id` is the block id, which answers and errors are keyed by. */
export const input = (args: {
  id: string
  label: string
  element: InputElement
  optional?: boolean
  hint?: string
  /** Whether choosing tells us at once. */
  dispatch?: boolean
}): Block => ({
  type: 'input',
  block_id: args.id,
  label: plain(args.label, limits.label),
  element: args.element,
  optional: args.optional ?? false,
  ...(args.hint ? { hint: plain(args.hint, limits.label) } : {}),
  ...(args.dispatch ? { dispatch_action: true } : {}),
})

export const textInput = (args: {
  multiline?: boolean
  initial?: string | undefined
  placeholder?: string
  max?: number
  focus?: boolean
}): InputElement => ({
  type: 'plain_text_input',
  action_id: fieldActionId,
  multiline: args.multiline ?? false,
  max_length: args.max ?? 3000,
  ...(args.initial ? { initial_value: clip(args.initial, args.max ?? 3000) } : {}),
  ...(args.placeholder ? { placeholder: plain(args.placeholder, limits.placeholder) } : {}),
  ...(args.focus ? { focus_on_load: true } : {}),
})

export const dateTimeInput = (initial?: Date): InputElement => ({
  type: 'datetimepicker',
  action_id: fieldActionId,
  ...(initial ? { initial_date_time: Math.floor(initial.getTime() / 1000) } : {}),
})

export const dateInput = (initial?: string): InputElement => ({
  type: 'datepicker',
  action_id: fieldActionId,
  ...(initial ? { initial_date: initial } : {}),
})

export const userInput = (initial?: string | null): InputElement => ({
  type: 'users_select',
  action_id: fieldActionId,
  ...(initial ? { initial_user: initial } : {}),
})

/** Any number of people. */
export const usersInput = (initial: string[] = []): InputElement => ({
  type: 'multi_users_select',
  action_id: fieldActionId,
  ...(initial.length > 0 ? { initial_users: initial } : {}),
})

/** One channel, public or private. */
export const channelInput = (): InputElement => ({
  type: 'conversations_select',
  action_id: fieldActionId,
  filter: { include: ['public', 'private'] },
})

/** A modal. Titles and buttons are cut at Slack's 24 characters: keep them short, in both languages. */
export function modal(args: {
  callbackId: string
  title: string
  submit?: string
  close: string
  blocks: Block[]
  metadata?: unknown
  notifyOnClose?: boolean
}): ModalView {
  return {
    type: 'modal',
    callback_id: args.callbackId,
    title: plain(args.title, limits.modalTitle),
    close: plain(args.close, limits.modalTitle),
    ...(args.submit ? { submit: plain(args.submit, limits.modalTitle) } : {}),
    ...(args.metadata === undefined ? {} : { private_metadata: JSON.stringify(args.metadata) }),
    ...(args.notifyOnClose ? { notify_on_close: true } : {}),
    blocks: args.blocks,
  }
}
