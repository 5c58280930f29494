import { useEffect } from 'react'
import { lookFor } from './live.ts'

/** So long nothing is typed before a large workspace is searched. */
const PAUSE_MS = 150

/** Has the workspace searched for what is typed, so that whoever lists people or channels finds those that are not shown. */
export function useSearch(query: string): void {
  useEffect(() => {
    const timer = setTimeout(() => void lookFor(query), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [query])
}
