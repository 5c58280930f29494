/** Block Kit as data: only what the bot itself writes. https://docs.slack.dev/reference/block-kit */

export type PlainText = { type: 'plain_text'; text: string; emoji?: boolean }
export type Mrkdwn = { type: 'mrkdwn'; text: string; verbatim?: boolean }
export type Text = PlainText | Mrkdwn

export type Confirm = {
  title: PlainText
  text: Text
  confirm: PlainText
  deny: PlainText
  style?: 'primary' | 'danger'
}
export type Option = { text: PlainText; value: string; description?: PlainText }

export type Button = {
  type: 'button'
  action_id: string
  text: PlainText
  value?: string
  url?: string
  style?: 'primary' | 'danger'
  confirm?: Confirm
  accessibility_label?: string
}
export type StaticSelect = {
  type: 'static_select'
  action_id: string
  placeholder?: PlainText
  options: Option[]
  initial_option?: Option
}
/** A menu whose options are asked for while somebody types in it. */
export type ExternalSelect = {
  type: 'external_select'
  action_id: string
  placeholder?: PlainText
  min_query_length: number
  initial_option?: Option
}
export type Choice = {
  type: 'radio_buttons' | 'checkboxes'
  action_id: string
  options: Option[]
  initial_option?: Option
  initial_options?: Option[]
}
export type TextInput = {
  type: 'plain_text_input'
  action_id: string
  multiline?: boolean
  initial_value?: string
  placeholder?: PlainText
  max_length?: number
  focus_on_load?: boolean
}
export type UserSelect = { type: 'users_select'; action_id: string; initial_user?: string; placeholder?: PlainText }
export type UsersSelect = {
  type: 'multi_users_select'
  action_id: string
  initial_users?: string[]
  placeholder?: PlainText
}
export type ConversationSelect = {
  type: 'conversations_select'
  action_id: string
  filter?: { include?: ('public' | 'private' | 'im' | 'mpim')[]; exclude_bot_users?: boolean }
}
export type DateTimePicker = { type: 'datetimepicker'; action_id: string; initial_date_time?: number }
export type DatePicker = { type: 'datepicker'; action_id: string; initial_date?: string }

export type InputElement =
  | StaticSelect
  | ExternalSelect
  | Choice
  | TextInput
  | UserSelect
  | UsersSelect
  | ConversationSelect
  | DateTimePicker
  | DatePicker
export type ActionElement = Button | StaticSelect | ExternalSelect

export type RichTextPart =
  | { type: 'text'; text: string; style?: { bold?: boolean; italic?: boolean; code?: boolean } }
  | { type: 'user'; user_id: string }
  | { type: 'channel'; channel_id: string }
  | { type: 'link'; url: string; text?: string }
  | { type: 'emoji'; name: string }
  | { type: 'date'; timestamp: number; format: string; fallback?: string }

export type Block =
  | { type: 'section'; block_id?: string; text?: Text; fields?: Text[]; accessory?: Button; expand?: boolean }
  | { type: 'header'; block_id?: string; text: PlainText }
  | { type: 'context'; block_id?: string; elements: Text[] }
  | { type: 'divider'; block_id?: string }
  | { type: 'actions'; block_id?: string; elements: ActionElement[] }
  | {
      type: 'input'
      block_id: string
      label: PlainText
      element: InputElement
      optional?: boolean
      hint?: PlainText
      dispatch_action?: boolean
    }
  | { type: 'rich_text'; block_id?: string; elements: { type: 'rich_text_section'; elements: RichTextPart[] }[] }

/** What a message says: `text` for notifications and screen readers says all that the blocks say. */
export type MessageContent = { text: string; blocks: Block[] }

export type ModalView = {
  type: 'modal'
  callback_id: string
  title: PlainText
  submit?: PlainText
  close?: PlainText
  private_metadata?: string
  notify_on_close?: boolean
  blocks: Block[]
}
export type HomeView = { type: 'home'; callback_id?: string; blocks: Block[] }
