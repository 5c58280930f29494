import { UnstyledButton } from '@mantine/core'
import IconSelector from '@tabler/icons-react/dist/esm/icons/IconSelector.mjs'
import { useMemo } from 'react'
import { useWords } from '../i18n/words.ts'
import { Avatar } from '../people/Avatar.tsx'
import { useWorkspace } from '../state/live.ts'
import { becomeAnother, usePersonId } from '../state/session.ts'
import { PeopleMenu } from './PeopleMenu.tsx'
import styles from './sidebar.module.css'

/** Who one is: the whole point of a sandbox is to be several people. The place stays as it is. */
export function PersonSwitcher() {
  const words = useWords()
  const me = usePersonId()
  const users = useWorkspace((workspace) => workspace.users)
  const people = useMemo(() => [...users.values()].filter((user) => !user.is_bot), [users])
  const user = me ? users.get(me) : undefined
  return (
    <div className={styles.foot}>
      <PeopleMenu people={people} onPick={becomeAnother}>
        {(toggle) => (
          <UnstyledButton
            className={styles.me}
            onClick={toggle}
            aria-haspopup="listbox"
            aria-label={`${words.person.actingAs(user?.real_name ?? '')} – ${words.person.switch}`}
            title={words.person.switch}
          >
            <Avatar user={user} size={32} />
            <span>
              <small className={styles.acting}>{words.person.acting}</small>
              <strong>{user?.real_name}</strong>
              <small>{user?.title ?? `@${user?.name}`}</small>
            </span>
            <IconSelector size={18} />
          </UnstyledButton>
        )}
      </PeopleMenu>
    </div>
  )
}
