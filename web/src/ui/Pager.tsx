import type { ReactNode } from 'react'
import classes from './pager.module.css'

/** The links below a list that goes on: back to its first page, on to its next. */
export function Pager({ children }: { children: ReactNode }) {
  return <div className={classes.pages}>{children}</div>
}
