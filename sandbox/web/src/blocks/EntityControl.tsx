import { useMemo, useState } from 'react'
import { useWords } from '../i18n/words.ts'
import { Avatar } from '../people/Avatar.tsx'
import { useWorkspace } from '../state/live.ts'
import { usePersonId } from '../state/session.ts'
import { useSearch } from '../state/useSearch.ts'
import type { Workspace } from '../state/workspace.ts'
import type { ControlProps } from './FieldControl.tsx'
import { type Item, SelectBox } from './SelectBox.tsx'
import type { EntitySelect, MultiEntitySelect } from './types.ts'

/** A menu of people, channels or conversations of the workspace. */
export function EntityControl({ element, ...props }: ControlProps<EntitySelect | MultiEntitySelect>) {
  const words = useWords()
  const [query, setQuery] = useState('')
  useSearch(query)
  const users = useWorkspace((workspace) => workspace.users)
  const channels = useWorkspace((workspace) => workspace.channels)
  const me = usePersonId()
  const groups = useMemo(() => [{ items: itemsFor(element, users, channels, me) }], [element, users, channels, me])
  const multiple = element.type.startsWith('multi_')
  const people = element.type.endsWith('users_select')
  return (
    <SelectBox
      {...props}
      groups={groups}
      multiple={multiple}
      max={'max_selected_items' in element ? element.max_selected_items : undefined}
      placeholder={element.placeholder?.text ?? (people ? words.block.chooseUser : words.block.chooseChannel)}
      autoFocus={element.focus_on_load}
      actionId={element.action_id}
      clearable={!props.compact}
      onTyping={setQuery}
    />
  )
}

function itemsFor(
  element: EntitySelect | MultiEntitySelect,
  users: Workspace['users'],
  channels: Workspace['channels'],
  me: string | undefined,
): Item[] {
  if (element.type.endsWith('users_select')) return personItems(users)
  const publicOnly = element.type.endsWith('channels_select')
  const kinds = element.filter?.include
  const wants = (kind: string) => !kinds || kinds.includes(kind)
  return [...channels.values()].flatMap((channel): Item[] => {
    if (channel.is_archived || (channel.is_private && !(me && channel.members.includes(me)))) return []
    if (channel.is_im) {
      const other = users.get(
        channel.user === me ? (channel.members.find((id) => id !== me) ?? '') : (channel.user ?? ''),
      )
      const shown = !publicOnly && wants('im') && other && me && channel.members.includes(me)
      return shown && !(other.is_bot && element.filter?.exclude_bot_users)
        ? [{ value: channel.id, label: other.real_name, also: other.name }]
        : []
    }
    if (publicOnly && channel.is_private) return []
    if (!publicOnly && !wants(channel.is_private ? 'private' : 'public')) return []
    return [{ value: channel.id, label: `${channel.is_private ? '🔒' : '#'}${channel.name}`, also: channel.topic }]
  })
}

/** People that can be picked, as rows of a menu. */
export function personItems(users: Workspace['users'], withBots = true): Item[] {
  return [...users.values()]
    .filter((user) => !user.deleted && (withBots || !user.is_bot))
    .map((user) => ({
      value: user.id,
      label: user.real_name,
      also: `${user.name} ${user.title ?? ''}`,
      description: user.title,
      icon: <Avatar user={user} size={20} />,
    }))
}
