/**
 * Buttons, overflow menus and the choices that stand open (checkboxes, radio buttons).
 * Source: docs.slack.dev/reference/block-kit/block-elements, and the types of @slack/types.
 */
import { among, someAmong } from './initial.ts'
import { actionId, choice, confirm, link, overflowOption, plainText, style } from './objects.ts'
import { anything, boolean, type Keys, list, object, oneOf, string, type Variant } from './rule.ts'

const label = string(75)
const value = string(2000)

export const button: Variant = {
  required: { text: plainText(75) },
  optional: { action_id: actionId, url: link, value, style, confirm, accessibility_label: label },
}

export const workflowButton: Variant = {
  required: {
    text: plainText(75),
    workflow: object({
      trigger: object(
        { url: link },
        { customizable_input_parameters: list(object({ name: string(255), value: anything }), 100) },
      ),
    }),
  },
  optional: { action_id: actionId, style, confirm, accessibility_label: label },
}

const feedback = object({ text: plainText(75), value }, { accessibility_label: label })

export const feedbackButtons: Variant = {
  required: { positive_button: feedback, negative_button: feedback },
  optional: { action_id: actionId },
}

export const iconButton: Variant = {
  required: { icon: oneOf('trash'), text: plainText(75) },
  optional: {
    action_id: actionId,
    value,
    confirm,
    accessibility_label: label,
    visible_to_user_ids: list(string(255), 10),
  },
}

export const overflow: Variant = {
  required: { options: list(overflowOption, 5) },
  optional: { action_id: actionId, confirm },
}

const openChoices: Keys = { options: list(choice, 10) }
const onOpenChoices: Keys = { action_id: actionId, confirm, focus_on_load: boolean }

export const checkboxes: Variant = {
  required: openChoices,
  optional: { ...onOpenChoices, initial_options: list(choice, 10) },
  across: someAmong('initial_options'),
}

export const radioButtons: Variant = {
  required: openChoices,
  optional: { ...onOpenChoices, initial_option: choice },
  across: among('initial_option'),
}
