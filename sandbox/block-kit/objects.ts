/**
 * Composition objects: texts, options, confirmations, filters.
 * Source: docs.slack.dev/reference/block-kit/composition-objects, and the types of @slack/types.
 */
import { boolean, eitherOr, list, object, oneOf, type Rule, string, variants } from './rule.ts'

const plain = (max: number) => ({ required: { text: string(max) }, optional: { emoji: boolean } })
const mrkdwn = (max: number) => ({ required: { text: string(max) }, optional: { verbatim: boolean } })

/** A plain_text object of at most `max` characters. */
export const plainText = (max: number): Rule => variants({ plain_text: plain(max) })

/** A mrkdwn object of at most `max` characters. */
export const mrkdwnText = (max: number): Rule => variants({ mrkdwn: mrkdwn(max) })

/** A plain_text or mrkdwn object of at most `max` characters. */
export const anyText = (max: number): Rule => variants({ plain_text: plain(max), mrkdwn: mrkdwn(max) })

export const httpUrl: Rule = string(3000, { pattern: /^https?:\/\/\S+$/i, says: 'must be a valid URL' })

/** A link that a client opens: any scheme (https, mailto, slack, …). */
export const link: Rule = string(3000, { pattern: /^[a-z][a-z0-9+.-]*:\S+$/i, says: 'must be a valid URL' })

export const blockId: Rule = string(255)
export const actionId: Rule = string(255)
export const style: Rule = oneOf('primary', 'danger')
export const placeholder: Rule = plainText(150)

const optionValue = string(150)

/** An option of a menu. */
export const option: Rule = object({ text: plainText(75), value: optionValue }, { description: plainText(75) })

/** An option of an overflow menu: it may open a link. */
export const overflowOption: Rule = object(
  { text: plainText(75), value: optionValue },
  { description: plainText(75), url: link },
)

/** An option of checkboxes or radio buttons: its texts may be mrkdwn. */
export const choice: Rule = object({ text: anyText(75), value: optionValue }, { description: anyText(75) })

export const optionGroup: Rule = object({ label: plainText(75), options: list(option, 100) })

export const confirm: Rule = object(
  { title: plainText(100), text: anyText(300), confirm: plainText(30), deny: plainText(30) },
  { style },
)

export const conversationFilter: Rule = object(
  {},
  {
    include: list(oneOf('im', 'mpim', 'private', 'public'), 4),
    exclude_external_shared_channels: boolean,
    exclude_bot_users: boolean,
  },
  (value, pointer) =>
    Object.keys(value).length > 0
      ? []
      : [
          {
            pointer,
            message: 'must define one of `include`, `exclude_external_shared_channels` or `exclude_bot_users`',
          },
        ],
)

export const dispatchActionConfig: Rule = object(
  {},
  { trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), 2) },
)

export const slackFile: Rule = object({}, { id: string(255), url: httpUrl }, eitherOr('id', 'url'))
