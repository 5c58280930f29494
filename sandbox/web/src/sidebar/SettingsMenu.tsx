import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core'
import IconAdjustmentsHorizontal from '@tabler/icons-react/dist/esm/icons/IconAdjustmentsHorizontal.mjs'
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs'
import IconDeviceDesktop from '@tabler/icons-react/dist/esm/icons/IconDeviceDesktop.mjs'
import IconMoon from '@tabler/icons-react/dist/esm/icons/IconMoon.mjs'
import IconSun from '@tabler/icons-react/dist/esm/icons/IconSun.mjs'
import { useLanguage, useWords } from '../i18n/words.ts'
import { chooseLanguage } from '../state/session.ts'
import styles from './sidebar.module.css'

const LANGUAGES = [
  ['ja', '日本語'],
  ['en', 'English'],
] as const

/** The language and the colours. */
export function SettingsMenu() {
  const words = useWords()
  const language = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const schemes = [
    ['auto', words.app.switchSystem, <IconDeviceDesktop key="auto" size={16} />],
    ['light', words.app.switchLight, <IconSun key="light" size={16} />],
    ['dark', words.app.switchDark, <IconMoon key="dark" size={16} />],
  ] as const
  const tick = <IconCheck size={14} />
  return (
    <Menu position="bottom-end" shadow="md" withinPortal>
      <Menu.Target>
        <ActionIcon
          variant="transparent"
          className={styles.tool}
          size={28}
          aria-label={words.app.settings}
          title={words.app.settings}
        >
          <IconAdjustmentsHorizontal size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words.app.language}</Menu.Label>
        {LANGUAGES.map(([key, label]) => (
          <Menu.Item key={key} lang={key} onClick={() => chooseLanguage(key)} rightSection={language === key && tick}>
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        {schemes.map(([key, label, icon]) => (
          <Menu.Item
            key={key}
            leftSection={icon}
            onClick={() => setColorScheme(key)}
            rightSection={colorScheme === key && tick}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
