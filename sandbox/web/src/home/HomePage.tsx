import { useEffect, useMemo, useState } from 'react'
import type { View } from '../../../protocol.ts'
import { Blocks } from '../blocks/Blocks.tsx'
import { type BlockHost, BlockHostProvider } from '../blocks/host.ts'
import { askApp } from '../blocks/suggest.ts'
import { BurgerButton } from '../channel/ChannelHeader.tsx'
import channelStyles from '../channel/channel.module.css'
import { useWords } from '../i18n/words.ts'
import { useViewForm } from '../modal/useViewForm.ts'
import { Avatar } from '../people/Avatar.tsx'
import { act } from '../state/act.ts'
import { useWorkspace } from '../state/live.ts'
import { usePersonId } from '../state/session.ts'
import { AppTabs } from './AppTabs.tsx'
import styles from './home.module.css'

/** The app's home, as it has drawn it for the acted person. */
export function HomePage() {
  const words = useWords()
  const me = usePersonId()
  const app = useWorkspace((workspace) => workspace.app)
  const bot = useWorkspace((workspace) => workspace.users.get(workspace.app.user))
  const view = useWorkspace((workspace) => (me ? workspace.homes.get(me) : undefined))
  const [opening, setOpening] = useState(true)

  useEffect(() => {
    if (!me) return
    let current = true
    setOpening(true)
    void act({ do: 'open_home' }).then(() => {
      if (current) setOpening(false)
    })
    return () => {
      current = false
    }
  }, [me])

  return (
    <main className={styles.home}>
      <header className={channelStyles.header}>
        <BurgerButton />
        <h1 className={channelStyles.name}>
          <Avatar user={bot} size={24} />
          <span>{app.name}</span>
        </h1>
        <AppTabs value="home" />
      </header>
      <div className={styles.body}>
        {view ? <Drawn key={view.id} view={view} /> : <p>{opening ? words.block.working : words.home.empty}</p>}
      </div>
    </main>
  )
}

function Drawn({ view }: { view: View }) {
  const form = useViewForm(view)
  const host = useMemo<BlockHost>(
    () => ({
      form,
      click: async (place, value) => {
        const where = { home: true, action_id: place.actionId, block_id: place.blockId }
        await act({ do: 'click', ...where, value: value ?? undefined, values: form.toSend() })
      },
      suggest: (place, query) =>
        askApp({ home: true, action_id: place.actionId, block_id: place.blockId, value: query }),
    }),
    [form],
  )
  return (
    <BlockHostProvider value={host}>
      <Blocks blocks={view.blocks} />
    </BlockHostProvider>
  )
}
