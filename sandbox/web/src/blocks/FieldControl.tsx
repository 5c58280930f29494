import type { ReactNode } from 'react'
import { useWords } from '../i18n/words.ts'
import { CheckControl } from './CheckControl.tsx'
import { ChoiceControl } from './ChoiceControl.tsx'
import { DateControl } from './DateControl.tsx'
import { EntityControl } from './EntityControl.tsx'
import { ExternalControl } from './ExternalControl.tsx'
import { FileControl } from './FileControl.tsx'
import type { InputValue, Place } from './host.ts'
import { TextControl } from './TextControl.tsx'
import type { InputElement } from './types.ts'

/** What each kind of input is given; `E` is the element of Block Kit it draws. */
export type ControlProps<E> = {
  place: Place
  element: E
  value: InputValue
  onChange(value: InputValue): void
  /** Enter in a text that the app wants to hear of. */
  onEnter?: () => void
  label?: ReactNode
  hint?: ReactNode
  error?: ReactNode
  busy?: boolean
  /** Small, and named by its placeholder: between buttons. */
  compact?: boolean
}

/** The input for an element, whatever its kind. */
export function FieldControl({ element, ...props }: ControlProps<InputElement>) {
  switch (element.type) {
    case 'static_select':
    case 'multi_static_select':
      return <ChoiceControl {...props} element={element} />
    case 'external_select':
    case 'multi_external_select':
      return <ExternalControl {...props} element={element} />
    case 'users_select':
    case 'channels_select':
    case 'conversations_select':
    case 'multi_users_select':
    case 'multi_channels_select':
    case 'multi_conversations_select':
      return <EntityControl {...props} element={element} />
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
      return <DateControl {...props} element={element} />
    case 'checkboxes':
    case 'radio_buttons':
      return <CheckControl {...props} element={element} />
    case 'plain_text_input':
    case 'rich_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return <TextControl {...props} element={element} />
    case 'file_input':
      return <FileControl {...props} element={element} />
    default:
      // Everything known is dealt with above: it is an element of Slack that we do not draw.
      return <NotHere type={String((element as { type?: unknown }).type)} />
  }
}

/** An honest line in the place of an input that the sandbox does not know, such as one that Slack has added since. */
function NotHere({ type }: { type: string }) {
  const words = useWords()
  return <em>{words.message.unsupported(type)}</em>
}
