import { Combobox, useCombobox } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { User } from '../../../protocol.ts'
import { useWords } from '../i18n/words.ts'
import { Avatar } from '../people/Avatar.tsx'
import { filterPeople } from '../people/find.ts'
import { usePersonId } from '../state/session.ts'
import { useSearch } from '../state/useSearch.ts'
import styles from './sidebar.module.css'

const SHOWN = 50

type Props = { people: readonly User[]; onPick(id: string): void; children: (toggle: () => void) => ReactNode }

/** A list of people that is searched by typing, hung onto a button. */
export function PeopleMenu({ people, onPick, children }: Props) {
  const words = useWords()
  const me = usePersonId()
  const [query, setQuery] = useState('')
  useSearch(query)
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      combobox.focusTarget()
      setQuery('')
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  })
  // The many who only fill a large group are found by their names, and listed nowhere.
  const found = filterPeople(people, query)
    .filter((user) => !user.generated || query.length > 1)
    .slice(0, SHOWN)
  return (
    <Combobox
      store={combobox}
      position="top-start"
      width={290}
      withinPortal
      shadow="md"
      transitionProps={{ duration: 0 }}
      onOptionSubmit={(id) => {
        onPick(id)
        combobox.closeDropdown()
      }}
    >
      <Combobox.Target withAriaAttributes={false}>{children(() => combobox.toggleDropdown())}</Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value)
            combobox.updateSelectedOptionIndex()
          }}
          placeholder={words.person.search}
          aria-label={words.person.search}
        />
        <Combobox.Options mah={340} style={{ overflowY: 'auto' }}>
          {found.map((user) => (
            <Combobox.Option key={user.id} value={user.id} active={user.id === me} disabled={user.deleted}>
              <span className={styles.person}>
                <Avatar user={user} size={26} />
                <span>
                  {user.real_name}
                  <small>
                    @{user.name}
                    {user.title && ` · ${user.title}`}
                    {user.team_id && ` · ${words.person.outsider}`}
                    {user.is_restricted && ` · ${words.person.guest}`}
                    {user.deleted && ` · ${words.person.deactivated}`}
                    {user.is_bot && ` · ${words.person.bot}`}
                  </small>
                </span>
              </span>
            </Combobox.Option>
          ))}
          {found.length === 0 && <Combobox.Empty>{words.person.none}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
