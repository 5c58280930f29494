import { TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useWords } from '../../kit/words/words.ts'
import type { FilterName, Search } from './search.ts'
import { texts } from './texts.ts'

type Props = {
  name: Extract<FilterName, 'q' | 'person' | 'tag' | 'from' | 'to'>
  type?: 'text' | 'date'
  hint?: string
  search: Search
  onChange(changed: Search): void
}

/**
 * A filter that is written. What is being written belongs to the browser, since an input method composes it; it counts when it is
 * left, or sent by Enter outside of a composition. A day counts at once.
 */
export function TextFilter({ name, type = 'text', hint, search, onChange }: Props) {
  const t = useWords(texts)
  const input = useRef<HTMLInputElement>(null)
  const said = search[name] ?? ''
  useEffect(() => {
    if (input.current) input.current.value = said
  }, [said])
  const settle = () => {
    const written = input.current?.value.trim() ?? ''
    if (written !== said) onChange({ [name]: written })
  }
  return (
    <TextInput
      ref={input}
      type={type}
      label={t(name)}
      placeholder={hint}
      defaultValue={said}
      onBlur={settle}
      onChange={type === 'date' ? settle : undefined}
      onKeyDown={({ key, nativeEvent }) => {
        if (key === 'Enter' && !nativeEvent.isComposing) settle()
      }}
    />
  )
}
