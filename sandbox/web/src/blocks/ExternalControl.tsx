import { useRef, useState } from 'react'
import { useWords } from '../i18n/words.ts'
import { asGroups } from './ChoiceControl.tsx'
import type { ControlProps } from './FieldControl.tsx'
import { useBlockHost } from './host.ts'
import { type ItemGroup, SelectBox } from './SelectBox.tsx'
import type { ExternalSelect, MultiExternalSelect } from './types.ts'

const PAUSE_MS = 200
const LETTERS = 3

/** A menu whose options the app answers while one types. */
export function ExternalControl({ element, ...props }: ControlProps<ExternalSelect | MultiExternalSelect>) {
  const words = useWords()
  const host = useBlockHost()
  const multiple = element.type === 'multi_external_select'
  const first = multiple ? element.initial_options : element.initial_option ? [element.initial_option] : []
  const [known, setKnown] = useState<ItemGroup[]>(() => asGroups(first, undefined))
  const [found, setFound] = useState<ItemGroup[]>([])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const round = useRef(0)
  const least = element.min_query_length ?? LETTERS

  const search = (query: string) => {
    clearTimeout(timer.current)
    const mine = ++round.current
    if (query.length < least) return setFound([])
    timer.current = setTimeout(async () => {
      const answer = await host.suggest(props.place, query)
      if (mine !== round.current) return
      setFound('groups' in answer ? asGroups(undefined, answer.groups) : asGroups(answer.options, undefined))
    }, PAUSE_MS)
  }
  // What is chosen must stay among the items, or its label would vanish with the next search.
  const held = new Set(Array.isArray(props.value) ? props.value : [props.value])
  const shown = new Set(found.flatMap((group) => group.items.map((item) => item.value)))
  const kept = known.flatMap((group) => group.items).filter((item) => held.has(item.value) && !shown.has(item.value))
  return (
    <SelectBox
      {...props}
      groups={kept.length > 0 ? [{ items: kept }, ...found] : found}
      onChange={(value) => {
        setKnown((before) => [...before, ...found])
        props.onChange(value)
      }}
      multiple={multiple}
      max={multiple ? element.max_selected_items : undefined}
      placeholder={element.placeholder?.text ?? words.block.choose}
      nothing={found.length === 0 ? words.block.typeMore(least) : words.block.none}
      autoFocus={element.focus_on_load}
      actionId={element.action_id}
      onSearch={search}
      clearable
    />
  )
}
