/**
 * Block Kit as this client reads it. The server has checked each payload before it was stored, so the shapes are trusted here;
 * what is not named shows through the far renderer or as an honest line.
 */
export type TextObject = { type: 'plain_text' | 'mrkdwn'; text: string }
export type Option = { text: TextObject; value: string; description?: TextObject; url?: string }
export type OptionGroup = { label: TextObject; options: Option[] }
export type Confirm = { title: TextObject; text: TextObject; confirm?: TextObject; deny?: TextObject; style?: string }

type Named = { action_id: string; confirm?: Confirm; placeholder?: TextObject; focus_on_load?: boolean }
type Choices = { options?: Option[]; option_groups?: OptionGroup[] }
type Typed = Named & { initial_value?: string; dispatch_action_config?: { trigger_actions_on?: string[] } }

export type Button = Named & {
  type: 'button' | 'workflow_button'
  text: TextObject
  value?: string
  url?: string
  style?: 'primary' | 'danger'
  accessibility_label?: string
}
export type Overflow = Named & { type: 'overflow'; options: Option[] }
export type StaticSelect = Named & Choices & { type: 'static_select'; initial_option?: Option }
export type MultiStaticSelect = Named &
  Choices & { type: 'multi_static_select'; initial_options?: Option[]; max_selected_items?: number }
export type ExternalSelect = Named & { type: 'external_select'; initial_option?: Option; min_query_length?: number }
export type MultiExternalSelect = Named & {
  type: 'multi_external_select'
  initial_options?: Option[]
  min_query_length?: number
  max_selected_items?: number
}
type ConversationFilter = { include?: string[]; exclude_bot_users?: boolean }
export type EntitySelect = Named & {
  type: 'users_select' | 'channels_select' | 'conversations_select'
  initial_user?: string
  initial_channel?: string
  initial_conversation?: string
  default_to_current_conversation?: boolean
  filter?: ConversationFilter
}
export type MultiEntitySelect = Named & {
  type: 'multi_users_select' | 'multi_channels_select' | 'multi_conversations_select'
  initial_users?: string[]
  initial_channels?: string[]
  initial_conversations?: string[]
  default_to_current_conversation?: boolean
  filter?: ConversationFilter
  max_selected_items?: number
}
export type Picker = Named & {
  type: 'datepicker' | 'timepicker' | 'datetimepicker'
  initial_date?: string
  initial_time?: string
  initial_date_time?: number
}
export type Checkboxes = Named & { type: 'checkboxes'; options: Option[]; initial_options?: Option[] }
export type Radios = Named & { type: 'radio_buttons'; options: Option[]; initial_option?: Option }
export type TextInputElement = Typed & {
  type: 'plain_text_input' | 'rich_text_input' | 'email_text_input' | 'url_text_input' | 'number_input'
  multiline?: boolean
  min_length?: number
  max_length?: number
  is_decimal_allowed?: boolean
  min_value?: string
  max_value?: string
}
export type FileInputElement = Named & { type: 'file_input'; filetypes?: string[]; max_files?: number }
export type ImageElement = { type: 'image'; image_url?: string; slack_file?: { url?: string }; alt_text: string }

export type InputElement =
  | StaticSelect
  | MultiStaticSelect
  | ExternalSelect
  | MultiExternalSelect
  | EntitySelect
  | MultiEntitySelect
  | Picker
  | Checkboxes
  | Radios
  | TextInputElement
  | FileInputElement
export type ActionElement = Button | Overflow | InputElement

type Style = { bold?: boolean; italic?: boolean; strike?: boolean; code?: boolean; underline?: boolean }
export type RichElement = { style?: Style } & (
  | { type: 'text'; text: string }
  | { type: 'link'; url: string; text?: string }
  | { type: 'emoji'; name: string }
  | { type: 'user'; user_id: string }
  | { type: 'usergroup'; usergroup_id: string }
  | { type: 'channel'; channel_id: string }
  | { type: 'broadcast'; range: string }
  | { type: 'color'; value: string }
  | { type: 'date'; timestamp: number; format: string; url?: string; fallback?: string }
)
export type RichSection =
  | { type: 'rich_text_section' | 'rich_text_quote' | 'rich_text_preformatted'; elements: RichElement[] }
  | {
      type: 'rich_text_list'
      style: 'ordered' | 'bullet'
      indent?: number
      offset?: number
      border?: number
      elements: { elements: RichElement[] }[]
    }

type Identified = { block_id?: string }
export type InputBlock = Identified & {
  type: 'input'
  label: TextObject
  element: InputElement
  hint?: TextObject
  optional?: boolean
  dispatch_action?: boolean
}
export type NearBlock =
  | (Identified & {
      type: 'section'
      text?: TextObject
      fields?: TextObject[]
      accessory?: ActionElement | ImageElement
    })
  | (Identified & { type: 'context'; elements: (TextObject | ImageElement)[] })
  | (Identified & { type: 'actions'; elements: ActionElement[] })
  | (Identified & { type: 'header'; text: TextObject })
  | (Identified & { type: 'divider' })
  | (Identified & { type: 'image'; title?: TextObject } & Omit<ImageElement, 'type'>)
  | (Identified & { type: 'rich_text'; elements: RichSection[] })
  | InputBlock
/** A block of a kind that this client does not draw itself. */
export type FarBlock = Identified & { type: 'far'; kind: string; raw: unknown }
export type BlockKit = NearBlock | FarBlock

const NEAR = new Set(['section', 'context', 'actions', 'header', 'divider', 'image', 'rich_text', 'input'])

/** The blocks of a message or view, as typed data. */
export function readBlocks(raw: readonly unknown[] | undefined): BlockKit[] {
  return (raw ?? []).flatMap((block): BlockKit[] => {
    if (typeof block !== 'object' || block === null || !('type' in block)) return []
    const type = String(block.type)
    // Its type is one of those that are drawn here, and the sandbox has checked the rest.
    return NEAR.has(type) ? [block as NearBlock] : [{ type: 'far', kind: type, raw: block }]
  })
}
