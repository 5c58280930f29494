import { type ComboboxParsedItem, MultiSelect, type OptionsFilter, Select } from '@mantine/core'
import { type ReactNode, useMemo } from 'react'
import { useWords } from '../i18n/words.ts'
import { emojiChar } from '../text/emoji.ts'
import { PlainText } from '../text/PlainText.tsx'
import styles from './blocks.module.css'
import type { InputValue } from './host.ts'

/** Something that can be picked. `also` is searched too (a handle, a reading), never shown. */
export type Item = { value: string; label: string; description?: string | undefined; also?: string; icon?: ReactNode }
export type ItemGroup = { label?: string; items: Item[] }

type Props = {
  groups: ItemGroup[]
  value: InputValue
  onChange(value: InputValue): void
  multiple: boolean
  max?: number | undefined
  placeholder: string
  label?: ReactNode
  hint?: ReactNode
  error?: ReactNode
  busy?: boolean | undefined
  compact?: boolean | undefined
  clearable?: boolean
  autoFocus?: boolean | undefined
  actionId: string
  /** Given, the items are somebody else's answer to the search: they are not filtered here. */
  onSearch?: (query: string) => void
  nothing?: string
  /** Told what is typed, where the items are filtered here. */
  onTyping?: (query: string) => void
}

// More rows than anybody reads; searching finds the rest.
const SHOWN = 60

/**
 * A menu that is searched by typing, for one or several choices. Slack allows two options with one value where this library
 * does not, so choices go by their place in the list.
 */
export function SelectBox({ groups, value, onChange, multiple, max, onSearch, ...props }: Props) {
  const words = useWords()
  const items = useMemo(() => groups.flatMap((group) => group.items), [groups])
  const data = useMemo(() => {
    let index = 0
    return groups.flatMap((group): ComboboxParsedItem[] => {
      const rows = group.items.map((item) => ({ value: String(index++), label: emojified(item.label) }))
      return group.label === undefined ? rows : [{ group: group.label, items: rows }]
    })
  }, [groups])
  const keyOf = (one: string) => String(items.findIndex((item) => item.value === one))
  const chosenBy = (key: string) => items[Number(key)]?.value
  const shared = {
    data,
    searchable: true,
    // Focus alone must not cover the form: a click, a key or a letter opens it.
    openOnFocus: false,
    limit: SHOWN,
    placeholder: props.placeholder,
    label: props.label,
    description: props.hint,
    error: props.error,
    size: props.compact ? ('xs' as const) : ('sm' as const),
    disabled: props.busy ?? false,
    nothingFoundMessage: props.nothing ?? words.block.none,
    filter: onSearch ? asGiven : byWords(items),
    renderOption: ({ option }: { option: { value: string } }) => <Row item={items[Number(option.value)]} />,
    comboboxProps: { withinPortal: true, zIndex: 350, shadow: 'md', transitionProps: { duration: 0 } },
    maxDropdownHeight: 300,
    // Mantine wants a list that it may change.
    inputWrapperOrder: ['label', 'input', 'error', 'description'] as ('label' | 'input' | 'error' | 'description')[],
    'data-action-id': props.actionId,
    ...(props.autoFocus && { 'data-autofocus': true }),
    ...(!props.label && { 'aria-label': props.placeholder }),
    ...(props.compact && { className: styles.compact }),
    ...((onSearch ?? props.onTyping) && { onSearchChange: onSearch ?? props.onTyping }),
  }
  if (multiple) {
    const held = Array.isArray(value) ? value.map(keyOf).filter((key) => key !== '-1') : []
    return (
      <MultiSelect
        {...shared}
        value={held}
        onChange={(keys) => onChange(keys.flatMap((key) => chosenBy(key) ?? []))}
        {...(max !== undefined && { maxValues: max })}
        {...(held.length > 0 && { placeholder: '' })}
        hidePickedOptions
      />
    )
  }
  const key = typeof value === 'string' ? keyOf(value) : '-1'
  return (
    <Select
      {...shared}
      value={key === '-1' ? null : key}
      onChange={(next) => onChange(next === null ? null : (chosenBy(next) ?? null))}
      allowDeselect={false}
      clearable={props.clearable ?? false}
      clearButtonProps={{ 'aria-label': words.block.clear }}
    />
  )
}

function Row({ item }: { item: Item | undefined }) {
  if (!item) return null
  return (
    <span className={styles.option}>
      {item.icon}
      <span>
        <PlainText text={item.label} />
        {item.description && <small>{item.description}</small>}
      </span>
    </span>
  )
}

const asGiven: OptionsFilter = ({ options }) => options

/** Each word that was typed must stand somewhere in the label, the description or the hidden words. */
function byWords(items: Item[]): OptionsFilter {
  return ({ options, search, limit }) => {
    const wanted = search.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
    let left = limit
    const fits = (key: string) => {
      const item = items[Number(key)]
      const text = `${item?.label} ${item?.also ?? ''} ${item?.description ?? ''}`.normalize('NFKC').toLowerCase()
      return wanted.every((word) => text.includes(word))
    }
    return options.flatMap((option): ComboboxParsedItem[] => {
      if ('group' in option) {
        const rows = option.items.filter((row) => left > 0 && fits(String(row.value)) && left-- > 0)
        return rows.length > 0 ? [{ ...option, items: rows }] : []
      }
      return left > 0 && fits(String(option.value)) && left-- > 0 ? [option] : []
    })
  }
}

/** An input's own text cannot hold elements, so emoji are put in as characters. */
function emojified(text: string): string {
  return text.replace(/:([\p{Ll}\d_+'-]+):/gu, (whole, name: string) => emojiChar(name) ?? whole)
}
