import { Input } from '@mantine/core'
import { useId } from 'react'
import { useWords } from '../i18n/words.ts'
import { useDateStyle } from '../text/viewer.ts'
import styles from './blocks.module.css'
import type { ControlProps } from './FieldControl.tsx'
import { wallOf } from './initial.ts'
import type { Picker } from './types.ts'
import { wallToIso } from './zoned.ts'

const NATIVE = { datepicker: 'date', timepicker: 'time', datetimepicker: 'datetime-local' } as const

/** A day, a time or both: the browser's own picker, which works by keyboard and on a phone. */
export function DateControl({ element, ...props }: ControlProps<Picker>) {
  const words = useWords()
  const { timeZone } = useDateStyle()
  const id = useId()
  const held = typeof props.value === 'string' ? props.value : ''
  const shown = element.type === 'datetimepicker' && held ? wallOf(held, timeZone) : held
  const change = (typed: string) => {
    if (element.type !== 'datetimepicker') return props.onChange(typed || null)
    props.onChange(typed ? (wallToIso(typed, timeZone) ?? null) : null)
  }
  return (
    <Input.Wrapper
      id={id}
      label={props.label}
      description={props.hint}
      error={props.error}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      {...(props.compact && { className: styles.compactDate })}
    >
      <Input
        id={id}
        type={NATIVE[element.type]}
        size={props.compact ? 'xs' : 'sm'}
        value={shown}
        disabled={props.busy ?? false}
        error={Boolean(props.error)}
        onChange={(event) => change(event.currentTarget.value)}
        data-action-id={element.action_id}
        {...(!props.label && { 'aria-label': element.placeholder?.text ?? words.block.chooseDate })}
        {...(element.focus_on_load && { 'data-autofocus': true })}
      />
    </Input.Wrapper>
  )
}
