import { Title } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import classes from './page.module.css'

/** A page: its heading is the window's title, and has the focus when one comes here from another page. */
export function Page({
  title,
  back,
  beside,
  children,
}: {
  title: string
  /** The way to the page that this one belongs to. */
  back?: ReactNode
  beside?: ReactNode
  children: ReactNode
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} – sssbot`
  }, [title])
  useEffect(() => {
    // At the first page nothing had the focus: it stays at the top.
    if (hasMoved) heading.current?.focus()
    hasMoved = true
  }, [])
  return (
    <>
      {back && <p className={classes.back}>{back}</p>}
      <div className={classes.head}>
        <Title order={1} size="h3" ref={heading} tabIndex={-1} className={classes.title}>
          {title}
        </Title>
        {beside}
      </div>
      {children}
    </>
  )
}

let hasMoved = false
