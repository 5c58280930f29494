import { ActionIcon } from '@mantine/core'
import IconHome from '@tabler/icons-react/dist/esm/icons/IconHome.mjs'
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs'
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs'
import { type ReactNode, useMemo, useState } from 'react'
import { joinedChannels } from '../channel/access.ts'
import { BrowseDialog } from '../channel/BrowseDialog.tsx'
import { NameDialog } from '../channel/NameDialog.tsx'
import { useWords } from '../i18n/words.ts'
import { act } from '../state/act.ts'
import { useWorkspace } from '../state/live.ts'
import { go, type Route, useRoute } from '../state/route.ts'
import { usePersonId } from '../state/session.ts'
import { ChannelLink, PlaceLink } from './ChannelLink.tsx'
import { DirectDialog } from './DirectDialog.tsx'
import { closeSidebar } from './drawer.ts'
import { PersonSwitcher } from './PersonSwitcher.tsx'
import { SettingsMenu } from './SettingsMenu.tsx'
import styles from './sidebar.module.css'

/** Where one can go, and as whom. */
export function Sidebar() {
  const words = useWords()
  const route = useRoute()
  const me = usePersonId()
  const team = useWorkspace((workspace) => workspace.team)
  const app = useWorkspace((workspace) => workspace.app)
  const all = useWorkspace((workspace) => workspace.channels)
  const channels = useMemo(() => joinedChannels(all, me), [all, me])
  const directs = useMemo(
    () => [...all.values()].filter((channel) => channel.is_im && me !== undefined && channel.members.includes(me)),
    [all, me],
  )
  const [dialog, setDialog] = useState<'browse' | 'create' | 'direct'>()
  const closeDialog = () => setDialog(undefined)
  const visit = (place: Route) => {
    go(place)
    closeSidebar()
  }
  return (
    <nav className={styles.sidebar} aria-label={words.sidebar.label} onKeyDown={walk}>
      <header className={styles.head}>
        <span className={styles.mark} aria-hidden>
          {[...team.name][0]}
        </span>
        <div className={styles.team}>
          <strong>{team.name}</strong>
          <small>{words.app.sandbox}</small>
        </div>
        <SettingsMenu />
      </header>
      <div className={styles.places}>
        <Section
          title={words.sidebar.channels}
          tools={
            <>
              <SectionTool label={words.sidebar.browse} onClick={() => setDialog('browse')}>
                <IconSearch size={15} />
              </SectionTool>
              <SectionTool label={words.sidebar.create} onClick={() => setDialog('create')}>
                <IconPlus size={16} />
              </SectionTool>
            </>
          }
        >
          {channels.map((channel) => (
            <ChannelLink key={channel.id} channel={channel} current={route.channel === channel.id} onVisit={visit} />
          ))}
        </Section>
        <Section
          title={words.sidebar.direct}
          tools={
            <SectionTool label={words.sidebar.newDirect} onClick={() => setDialog('direct')}>
              <IconPlus size={16} />
            </SectionTool>
          }
        >
          {directs.map((channel) => (
            <ChannelLink key={channel.id} channel={channel} current={route.channel === channel.id} onVisit={visit} />
          ))}
        </Section>
        {app.has_home && (
          <Section title={words.sidebar.apps}>
            <PlaceLink
              place={{ page: 'home' }}
              current={route.page === 'home'}
              icon={<IconHome size={16} />}
              label={`${app.name} ${words.home.title}`}
              onVisit={visit}
            />
          </Section>
        )}
      </div>
      <PersonSwitcher />
      <BrowseDialog opened={dialog === 'browse'} onClose={closeDialog} />
      <DirectDialog opened={dialog === 'direct'} onClose={closeDialog} onVisit={visit} />
      <NameDialog
        opened={dialog === 'create'}
        onClose={closeDialog}
        title={words.dialog.createTitle}
        first=""
        yes={words.dialog.create}
        askPrivate
        onName={async (name, isPrivate) => {
          const answer = await act({ do: 'create', name, is_private: isPrivate }, true)
          if (answer.ok && answer.channel) visit({ page: 'channel', channel: answer.channel })
          return answer
        }}
      />
    </nav>
  )
}

function Section({ title, tools, children }: { title: string; tools?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.section} aria-label={title}>
      <div className={styles.sectionHead}>
        <h2>{title}</h2>
        {tools}
      </div>
      {children}
    </section>
  )
}

function SectionTool({ label, onClick, children }: { label: string; onClick(): void; children: ReactNode }) {
  return (
    <ActionIcon
      variant="transparent"
      size={24}
      className={styles.tool}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  )
}

/** The arrows move among the links. */
function walk(event: React.KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  // What has the focus is an element; the DOM types allow any target.
  const target = event.target as HTMLElement
  if (step === 0 || !target.matches('a')) return
  const links = [...event.currentTarget.querySelectorAll('a')]
  // Where it is no link, it is not found.
  const next = links[links.indexOf(target as HTMLAnchorElement) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
