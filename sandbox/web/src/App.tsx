import { Drawer, Loader } from '@mantine/core'
import { useEffect } from 'react'
import styles from './app.module.css'
import { ConfirmDialog } from './blocks/ConfirmDialog.tsx'
import { ChannelPage } from './channel/ChannelPage.tsx'
import { FirstSteps } from './first-steps/FirstSteps.tsx'
import { HomePage } from './home/HomePage.tsx'
import { browserWords, useWords } from './i18n/words.ts'
import { ViewModal } from './modal/ViewModal.tsx'
import { Notices } from './notices/Notices.tsx'
import { closeSidebar, useSidebarOpen } from './sidebar/drawer.ts'
import { Sidebar } from './sidebar/Sidebar.tsx'
import { useConnection, useMaybeWorkspace } from './state/live.ts'
import { useRoute } from './state/route.ts'
import { useFirstPlace } from './useFirstPlace.ts'
import { usePageTitle } from './usePageTitle.ts'
import { usePresence } from './usePresence.ts'

export function App() {
  const ready = useMaybeWorkspace()
  const connection = useConnection()
  if (ready) return <Workspace />
  const words = browserWords()
  return (
    <div className={styles.loading} role="status">
      <Loader size="sm" color="mizu" />
      {connection === 'lost' ? words.errors.unreachable : words.app.loading}
    </div>
  )
}

function Workspace() {
  const words = useWords()
  const route = useRoute()
  const connection = useConnection()
  const drawer = useSidebarOpen()
  useFirstPlace()
  usePageTitle()
  usePresence()
  useEffect(() => {
    document.documentElement.lang = words.app.cancel === 'Cancel' ? 'en' : 'ja'
  }, [words])
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#messages">
        {words.app.skip}
      </a>
      <div className={styles.side}>
        <Sidebar />
      </div>
      <Drawer
        opened={drawer}
        onClose={closeSidebar}
        size={300}
        withCloseButton={false}
        padding={0}
        hiddenFrom="sm"
        transitionProps={{ duration: 120 }}
        styles={{ body: { height: '100%' } }}
      >
        <Sidebar />
      </Drawer>
      <div className={styles.stage}>
        {connection === 'lost' && (
          <div className={styles.lost} role="alert">
            {words.app.lost}
          </div>
        )}
        <FirstSteps />
        {route.page === 'home' ? <HomePage /> : route.page === 'channel' && <ChannelPage route={route} />}
      </div>
      <ViewModal />
      <ConfirmDialog />
      <Notices />
    </div>
  )
}
