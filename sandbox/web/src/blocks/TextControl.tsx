import { Textarea, TextInput } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { isComposing } from '../composer/ime.ts'
import { useWords } from '../i18n/words.ts'
import styles from './blocks.module.css'
import type { ControlProps } from './FieldControl.tsx'
import type { TextInputElement } from './types.ts'

const KIND = {
  plain_text_input: 'text',
  rich_text_input: 'text',
  email_text_input: 'email',
  url_text_input: 'url',
  number_input: 'text',
} as const
// Slack counts down only when the end is near.
const NEAR_END = 100

/** A text, an address or a number. */
export function TextControl({ element, ...props }: ControlProps<TextInputElement>) {
  const words = useWords()
  const value = typeof props.value === 'string' ? props.value : ''
  const max = element.max_length ?? 3000
  const multiline = element.multiline === true || element.type === 'rich_text_input'
  const left = max - value.length
  const shared = {
    value,
    label: props.label,
    description: left < NEAR_END ? words.block.chars(left) : props.hint,
    error: props.error,
    placeholder: element.placeholder?.text ?? '',
    disabled: props.busy ?? false,
    size: props.compact ? ('xs' as const) : ('sm' as const),
    maxLength: max,
    // Mantine wants a list that it may change.
    inputWrapperOrder: ['label', 'input', 'error', 'description'] as ('label' | 'input' | 'error' | 'description')[],
    'data-action-id': element.action_id,
    ...(element.focus_on_load && { 'data-autofocus': true }),
    ...(!props.label && { 'aria-label': element.placeholder?.text ?? element.action_id }),
    ...(props.compact && { className: styles.compact }),
    onChange: (event: { currentTarget: { value: string } }) => props.onChange(event.currentTarget.value || null),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || isComposing(event)) return
      if (props.onEnter && !multiline) {
        event.preventDefault()
        props.onEnter()
      }
    },
  }
  if (multiline) return <Textarea {...shared} autosize minRows={3} maxRows={12} />
  return (
    <TextInput
      {...shared}
      type={KIND[element.type]}
      {...(element.type === 'number_input' && { inputMode: element.is_decimal_allowed ? 'decimal' : 'numeric' })}
    />
  )
}
