import type { ReactNode } from 'react'
import { Headed } from './Headed.tsx'
import classes from './incident.module.css'

type Props = { name: string; title: string; none: string; beside?: ReactNode; children: ReactNode[] }

/** A part of the page that lists something, or says that there is nothing. */
export function List({ name, title, none, beside, children }: Props) {
  return (
    <section aria-labelledby={name}>
      <Headed id={name} title={title} beside={beside} />
      {children.length > 0 ? <ul className={classes.list}>{children}</ul> : <p className={classes.soft}>{none}</p>}
    </section>
  )
}
