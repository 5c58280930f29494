/**
 * Select menus, single and multiple.
 * Source: docs.slack.dev/reference/block-kit/block-elements/select-menu-element and multi-select-menu-element.
 */
import { among, someAmong } from './initial.ts'
import { actionId, confirm, conversationFilter, option, optionGroup, placeholder } from './objects.ts'
import { all, boolean, eitherOr, integer, type Keys, list, string, type Variant } from './rule.ts'

const shared: Keys = { action_id: actionId, placeholder, confirm, focus_on_load: boolean }
const several: Keys = { ...shared, max_selected_items: integer(1) }

const given: Keys = { options: list(option, 100), option_groups: list(optionGroup, 100) }
const oneSource = eitherOr('options', 'option_groups')

const userId = string(255, { pattern: /^[UW]/, says: 'must be a valid user ID' })
const conversationId = string(255, { pattern: /^[CDG]/, says: 'must be a valid conversation ID' })
const some = (id: typeof userId) => list(id, 1000)

const conversations: Keys = { default_to_current_conversation: boolean, filter: conversationFilter }

export const menus = {
  static_select: {
    optional: { ...shared, ...given, initial_option: option },
    across: all(oneSource, among('initial_option')),
  },
  external_select: { optional: { ...shared, initial_option: option, min_query_length: integer(0) } },
  users_select: { optional: { ...shared, initial_user: userId } },
  conversations_select: {
    optional: { ...shared, ...conversations, initial_conversation: conversationId, response_url_enabled: boolean },
  },
  channels_select: { optional: { ...shared, initial_channel: conversationId, response_url_enabled: boolean } },
  multi_static_select: {
    optional: { ...several, ...given, initial_options: list(option, 100) },
    across: all(oneSource, someAmong('initial_options')),
  },
  multi_external_select: {
    optional: { ...several, initial_options: list(option, 100), min_query_length: integer(0) },
  },
  multi_users_select: { optional: { ...several, initial_users: some(userId) } },
  multi_conversations_select: {
    optional: { ...several, ...conversations, initial_conversations: some(conversationId) },
  },
  multi_channels_select: { optional: { ...several, initial_channels: some(conversationId) } },
} as const satisfies Record<string, Variant>
