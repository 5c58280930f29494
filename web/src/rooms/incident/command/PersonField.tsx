import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useId, useState } from 'react'
import { look } from '../../../kit/api/look.ts'
import { useWords } from '../../../kit/words/words.ts'
import { texts } from './texts.ts'

type Props = {
  name: string
  label: string
  description: string | undefined
  error: string | undefined
  required: boolean
  several: boolean
  /** Handles. */
  initial: readonly string[]
}

/** Somebody of the workspace, by handle: those whose name begins like what is written are offered. */
export function PersonField({ several, initial, description, ...rest }: Props) {
  const t = useWords(texts)
  const list = useId()
  const [written, write] = useState('')
  const word = useDeferredValue(written.split(/[\s,、，]+/).at(-1) ?? '')
  const found = useQuery({
    ...look('/people', { query: { q: word } }),
    enabled: word.length > 1,
    refetchInterval: false,
  })
  const before = several ? written.slice(0, written.length - word.length) : ''
  return (
    <>
      <TextInput
        {...rest}
        list={list}
        autoComplete="off"
        description={[description, t(several ? 'people.hint' : 'person.hint')].filter(Boolean).join(' ')}
        defaultValue={initial.map((handle) => `@${handle}`).join(' ')}
        onChange={({ currentTarget, nativeEvent }) => {
          if (!('isComposing' in nativeEvent && nativeEvent.isComposing)) write(currentTarget.value)
        }}
      />
      <datalist id={list}>
        {found.data?.people.map(({ handle, name }) => (
          <option key={handle} value={`${before}@${handle}`}>
            {name}
          </option>
        ))}
      </datalist>
    </>
  )
}
