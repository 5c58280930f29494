import { useMemo } from 'react'
import { useWords } from '../i18n/words.ts'
import type { ControlProps } from './FieldControl.tsx'
import { type Item, type ItemGroup, SelectBox } from './SelectBox.tsx'
import type { MultiStaticSelect, Option, OptionGroup, StaticSelect } from './types.ts'

/** A menu whose options came with the block. */
export function ChoiceControl({ element, ...props }: ControlProps<StaticSelect | MultiStaticSelect>) {
  const words = useWords()
  const groups = useMemo(() => asGroups(element.options, element.option_groups), [element])
  const multiple = element.type === 'multi_static_select'
  return (
    <SelectBox
      {...props}
      groups={groups}
      multiple={multiple}
      max={multiple ? element.max_selected_items : undefined}
      placeholder={element.placeholder?.text ?? words.block.choose}
      autoFocus={element.focus_on_load}
      actionId={element.action_id}
      clearable={!props.compact}
    />
  )
}

/** Options or groups of options as rows of a menu. */
export function asGroups(options: Option[] | undefined, groups: OptionGroup[] | undefined): ItemGroup[] {
  if (groups) return groups.map((group) => ({ label: group.label.text, items: group.options.map(asItem) }))
  return [{ items: (options ?? []).map(asItem) }]
}

function asItem(option: Option): Item {
  return { value: option.value, label: option.text.text, description: option.description?.text }
}
