import { ActionIcon, Menu } from '@mantine/core'
import IconBolt from '@tabler/icons-react/dist/esm/icons/IconBolt.mjs'
import { useWords } from '../i18n/words.ts'
import { act } from '../state/act.ts'
import { useWorkspace } from '../state/live.ts'

/** The global shortcuts that the installed app offers. */
export function ShortcutMenu() {
  const words = useWords()
  const app = useWorkspace((workspace) => workspace.app)
  const shortcuts = app.shortcuts.filter((shortcut) => shortcut.type === 'global')
  return (
    <Menu position="top-start" shadow="md" withinPortal>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={words.composer.shortcuts}
          title={words.composer.shortcuts}
        >
          <IconBolt size={17} stroke={1.7} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{shortcuts.length > 0 ? app.name : words.composer.noShortcuts}</Menu.Label>
        {shortcuts.map((shortcut) => (
          <Menu.Item
            key={shortcut.callback_id}
            leftSection={<IconBolt size={16} />}
            onClick={() => void act({ do: 'shortcut', callback_id: shortcut.callback_id })}
          >
            {shortcut.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
