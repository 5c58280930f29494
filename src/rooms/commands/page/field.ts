import {
  type FieldValue,
  type InputElement,
  type ModalView,
  type Option,
  optionsIn,
} from '../../../kit/block-kit/index.ts'

/** What a field of a form takes: a line, several lines, one or some of its options, one or some people, a day, or a moment in seconds since the epoch. */
export type FieldKind = 'line' | 'words' | 'one' | 'some' | 'person' | 'people' | 'day' | 'moment'

/** A field of a form, for whoever draws it otherwise than Slack. */
export type FormField = {
  id: string
  is: FieldKind
  label: string
  hint: string | null
  isOptional: boolean
  /** In characters; null where it is not written. */
  longest: number | null
  options: readonly { value: string; text: string; note: string | null }[]
  /** What stands in it at first; people by their ids. */
  initial: FieldValue
}

/** Words between the fields, in Slack's markup, or a field. */
export type FormPart = { is: 'said'; markup: string } | FormField

/** The parts of a form, in their order; undefined where it has something that only Slack can draw. */
export function partsOf(view: ModalView): FormPart[] | undefined {
  const parts: FormPart[] = []
  for (const block of view.blocks) {
    if (block.type === 'section' && block.text) parts.push({ is: 'said', markup: block.text.text })
    else if (block.type === 'context')
      parts.push(...block.elements.map(({ text }) => ({ is: 'said' as const, markup: text })))
    else if (block.type === 'input') {
      const field = fieldOf(block.element, view, block.block_id)
      if (!field) return undefined
      const { block_id: id, label, hint, optional = false } = block
      parts.push({ id, label: label.text, hint: hint?.text ?? null, isOptional: optional, ...field })
      // Buttons between the fields lead to other forms in Slack: this one is complete without them.
    } else if (block.type !== 'divider' && block.type !== 'actions') return undefined
  }
  return parts
}

type Drawn = Pick<FormField, 'is' | 'longest' | 'options' | 'initial'>

function fieldOf(element: InputElement, view: ModalView, id: string): Drawn | undefined {
  const plain = { longest: null, options: [] }
  switch (element.type) {
    case 'plain_text_input':
      return {
        is: element.multiline ? 'words' : 'line',
        longest: element.max_length ?? 3000,
        options: [],
        initial: element.initial_value ?? null,
      }
    case 'static_select':
    case 'external_select':
      return { ...ofOptions('one', optionsIn(view, id)), initial: element.initial_option?.value ?? null }
    case 'radio_buttons':
      return { ...ofOptions('one', element.options), initial: element.initial_option?.value ?? null }
    case 'checkboxes':
      return {
        ...ofOptions('some', element.options),
        initial: (element.initial_options ?? []).map(({ value }) => value),
      }
    case 'users_select':
      return { ...plain, is: 'person', initial: element.initial_user ?? null }
    case 'multi_users_select':
      return { ...plain, is: 'people', initial: element.initial_users ?? [] }
    case 'datepicker':
      return { ...plain, is: 'day', initial: element.initial_date ?? null }
    case 'datetimepicker':
      return { ...plain, is: 'moment', initial: element.initial_date_time ?? null }
    case 'conversations_select':
      return undefined
  }
}

const ofOptions = (is: 'one' | 'some', options: readonly Option[]) => ({
  is,
  longest: null,
  options: options.map(({ value, text, description }) => ({ value, text: text.text, note: description?.text ?? null })),
})
