import type { ReactNode } from 'react'
import { go, type Route, routePath } from '../state/route.ts'

type Props = { place: Route; className?: string | undefined; children: ReactNode }

/** A link to a place in the workspace, which the window follows by itself. */
export function PlaceLink({ place, className, children }: Props) {
  return (
    <a
      className={className}
      href={routePath(place)}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        go(place)
      }}
    >
      {children}
    </a>
  )
}
