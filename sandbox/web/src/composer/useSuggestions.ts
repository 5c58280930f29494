import { useMemo, useState } from 'react'
import { useWords } from '../i18n/words.ts'
import { useWorkspace } from '../state/live.ts'
import { usePersonId } from '../state/session.ts'
import { useSearch } from '../state/useSearch.ts'
import { findTrigger, type Suggestion, suggest, type Trigger } from './complete.ts'

type List = {
  open: boolean
  items: Suggestion[]
  active: number
  trigger: Trigger | undefined
  /** Handles a key while the list is open; answers whether it was one of its own. */
  onKey(key: string, choose: (suggestion: Suggestion) => void): boolean
  close(): void
}

/** The suggestions for what stands before the caret. */
export function useSuggestions(text: string, caret: number, channel: string): List {
  const words = useWords()
  const me = usePersonId()
  const users = useWorkspace((workspace) => workspace.users)
  const usergroups = useWorkspace((workspace) => workspace.usergroups)
  const channels = useWorkspace((workspace) => workspace.channels)
  const commands = useWorkspace((workspace) => workspace.app.commands)
  const [state, setState] = useState({ at: '', active: 0, closed: false })

  const trigger = useMemo(() => findTrigger(text, caret), [text, caret])
  useSearch(trigger?.mark === '@' || trigger?.mark === '#' ? trigger.query : '')
  const items = useMemo(() => {
    if (!trigger) return []
    const members = new Set(channels.get(channel)?.members)
    return suggest(trigger, {
      users: users.values(),
      usergroups: usergroups.values(),
      channels: channels.values(),
      commands,
      members,
      me,
      everyone: words.composer.everyoneHere,
    })
  }, [trigger, users, usergroups, channels, commands, channel, me, words])

  // Each new query begins at the top, with the list open again.
  const at = trigger ? `${trigger.from} ${trigger.query}` : ''
  const now = state.at === at ? state : { at, active: 0, closed: false }
  const exact = trigger?.mark === '/' && items.length === 1 && items[0]?.key === `/${trigger.query}`
  const open = items.length > 0 && !now.closed && !exact
  const move = (step: number) => setState({ ...now, active: (now.active + step + items.length) % items.length })

  return {
    open,
    items,
    active: now.active,
    trigger,
    close: () => setState({ ...now, closed: true }),
    onKey: (key, choose) => {
      const chosen = items[now.active]
      if (!open || !chosen) return false
      if (key === 'ArrowDown') move(1)
      else if (key === 'ArrowUp') move(-1)
      else if (key === 'Enter' || key === 'Tab') choose(chosen)
      else if (key === 'Escape') setState({ ...now, closed: true })
      else return false
      return true
    },
  }
}
