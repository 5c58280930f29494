import type { ReactNode } from 'react'
import classes from './incident.module.css'

/** The heading of a part of the page, with what can be done about it beside. */
export function Headed({ id, title, beside }: { id: string; title: string; beside?: ReactNode }) {
  return (
    <div className={classes.headed}>
      <h2 id={id}>{title}</h2>
      {beside && <div className={classes.beside}>{beside}</div>}
    </div>
  )
}
