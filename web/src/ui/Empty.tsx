import type { ReactNode } from 'react'
import classes from './empty.module.css'

/** There is nothing here: what that means, and what one can do. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={classes.empty} role="status">
      <p className={classes.title}>{title}</p>
      {children && <p>{children}</p>}
    </div>
  )
}
