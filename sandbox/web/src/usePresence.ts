import { useEffect } from 'react'
import { act } from './state/act.ts'
import { usePersonId } from './state/session.ts'

/** Slack takes somebody for away after ten minutes. */
const AGAIN_MS = 4 * 60_000

/** Lets the workspace know that somebody looks at it as this person: ephemeral messages may reach only those. */
export function usePresence(): void {
  const me = usePersonId()
  useEffect(() => {
    if (me === undefined) return
    const look = () => void act({ do: 'look' }, true)
    look()
    const timer = setInterval(look, AGAIN_MS)
    return () => clearInterval(timer)
  }, [me])
}
