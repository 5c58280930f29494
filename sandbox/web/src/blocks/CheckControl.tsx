import { Checkbox, Radio, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../i18n/words.ts'
import { Mrkdwn } from '../text/Mrkdwn.tsx'
import { PlainText } from '../text/PlainText.tsx'
import type { ControlProps } from './FieldControl.tsx'
import type { Checkboxes, Option, Radios, TextObject } from './types.ts'

/** Boxes to tick, or one of a few to choose. */
export function CheckControl({ element, ...props }: ControlProps<Checkboxes | Radios>) {
  const words = useWords()
  const group = {
    label: props.label,
    description: props.hint,
    error: props.error,
    size: 'sm' as const,
    // Mantine wants a list that it may change.
    inputWrapperOrder: ['label', 'input', 'error', 'description'] as ('label' | 'input' | 'error' | 'description')[],
    'data-action-id': element.action_id,
    ...(!props.label && { 'aria-label': words.block.choose }),
  }
  const rows = (One: typeof Checkbox | typeof Radio) => (
    <Stack gap={6} py={4}>
      {element.options.map((option) => (
        <One
          key={option.value}
          value={option.value}
          label={said(option.text)}
          description={described(option)}
          disabled={props.busy ?? false}
          size="sm"
        />
      ))}
    </Stack>
  )
  if (element.type === 'checkboxes') {
    return (
      <Checkbox.Group {...group} value={Array.isArray(props.value) ? props.value : []} onChange={props.onChange}>
        {rows(Checkbox)}
      </Checkbox.Group>
    )
  }
  return (
    <Radio.Group {...group} value={typeof props.value === 'string' ? props.value : null} onChange={props.onChange}>
      {rows(Radio)}
    </Radio.Group>
  )
}

function described(option: Option): ReactNode {
  return option.description && said(option.description)
}

function said(text: TextObject): ReactNode {
  return text.type === 'mrkdwn' ? <Mrkdwn text={text.text} /> : <PlainText text={text.text} />
}
