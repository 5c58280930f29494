/**
 * Which elements may stand in which block.
 * Source: "Works with block types" on each page of docs.slack.dev/reference/block-kit/block-elements, and @slack/types.
 */
import { button, checkboxes, overflow, radioButtons, workflowButton } from './buttons.ts'
import { fields, fileInput, pickers } from './inputs.ts'
import { menus } from './menus.ts'
import { httpUrl, slackFile } from './objects.ts'
import { boolean, eitherOr, type Rule, string, type Variant, variants } from './rule.ts'

/** An image, as an element and (with a title) as a block. */
export const picture: Variant = {
  required: { alt_text: string(2000) },
  optional: { image_url: httpUrl, slack_file: slackFile },
  across: eitherOr('image_url', 'slack_file'),
}

const openChoices = { checkboxes, radio_buttons: radioButtons }
const buttons = { button, overflow, workflow_button: workflowButton }
const { datepicker, timepicker } = pickers

export const besideSection: Rule = variants({
  ...buttons,
  ...openChoices,
  ...menus,
  datepicker,
  timepicker,
  image: picture,
})

export const inActions: Rule = variants({
  ...buttons,
  ...openChoices,
  ...menus,
  ...pickers,
  rich_text_input: fields.rich_text_input,
})

/** A context takes bare texts, hence no rule of objects.ts: their `type` tells them from an image. */
export const inContext: Rule = variants({
  image: picture,
  plain_text: { required: { text: string(3000) }, optional: { emoji: boolean } },
  mrkdwn: { required: { text: string(3000) }, optional: { verbatim: boolean } },
})

const inputs = { ...openChoices, ...fields, ...pickers, ...menus }
export const inInput: Rule = variants(inputs)
/** Files can be asked for in a modal only. */
export const inModalInput: Rule = variants({ ...inputs, file_input: fileInput })
