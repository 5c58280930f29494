import { Avatar, Menu, UnstyledButton, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { look, signOut } from '../kit/api/look.ts'
import { chooseLocale, useLocale } from '../kit/words/locale.ts'
import { useWords } from '../kit/words/words.ts'
import { texts } from './texts.ts'

/** Who looks, and how they want to see it. */
export function PersonMenu() {
  const t = useWords(texts)
  const locale = useLocale()
  const { setColorScheme } = useMantineColorScheme()
  const isDark = useComputedColorScheme('light') === 'dark'
  const { data: me } = useSuspenseQuery(look('/me'))
  const name = me.person?.name ?? ''
  return (
    <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <UnstyledButton aria-label={t('menu', { name })}>
          <Avatar color="mizu" variant="filled" radius="xl" size="md" aria-hidden>
            {[...name][0]}
          </Avatar>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to="/sessions">
          {t('sessions')}
        </Menu.Item>
        <Menu.Item component={Link} to="/tokens">
          {t('tokens')}
        </Menu.Item>
        {me.can.administer && (
          <Menu.Item component={Link} to="/settings">
            {t('settings')}
          </Menu.Item>
        )}
        {(me.can.administer || me.can.secure) && (
          <Menu.Item component={Link} to="/ledger">
            {t('ledger')}
          </Menu.Item>
        )}
        <Menu.Item component={Link} to="/gallery">
          {t('gallery')}
        </Menu.Item>
        <Menu.Item component={Link} to="/docs/api">
          {t('api')}
        </Menu.Item>
        <Menu.Item component={Link} to="/wall">
          {t('wall')}
        </Menu.Item>
        <Menu.Divider role="separator" />
        <Menu.Item lang={locale === 'ja' ? 'en' : 'ja'} onClick={() => chooseLocale(locale === 'ja' ? 'en' : 'ja')}>
          {t('language')}
        </Menu.Item>
        <Menu.Item onClick={() => setColorScheme(isDark ? 'light' : 'dark')}>{t(isDark ? 'light' : 'dark')}</Menu.Item>
        <Menu.Divider role="separator" />
        <Menu.Item onClick={() => void signOut()}>{t('sign-out')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
