import { Button, UnstyledButton } from '@mantine/core'
import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs'
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Message } from '../../../protocol.ts'
import { useWords } from '../i18n/words.ts'
import { dayHeading } from '../text/dates.ts'
import { useDateStyle } from '../text/viewer.ts'
import { type ThreadSummary, toRows } from './group.ts'
import styles from './list.module.css'
import { MessageRow } from './MessageRow.tsx'
import { SystemLine } from './SystemLine.tsx'

const STEP = 80
const NEAR_BOTTOM_PX = 60
/** How long a screen reader may take to look at what was added. */
const SETTLE_MS = 500

type Props = {
  channel: string
  messages: readonly Message[]
  threads: ReadonlyMap<string, ThreadSummary>
  person: string | undefined
  /** The message to show and light up. */
  target: string | undefined
  /** Where new messages begin, as it was when the channel was opened. */
  readUpTo: string | undefined
  label: string
  start: ReactNode
  /** Called with the newest ts whenever the end of the list is in view. */
  onSeen(ts: string): void
}

/**
 * The messages of a channel. Only the newest are in the page, more come at the top while one scrolls; whoever stands at the end
 * stays at the end when something arrives.
 */
export function MessageList(props: Props) {
  const { channel, messages, target } = props
  const words = useWords()
  const style = useDateStyle()
  const box = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const heightBefore = useRef<number>(undefined)
  const [away, setAway] = useState(false)
  // What is added at the top is not news.
  const [quiet, setQuiet] = useState(false)
  const [shown, setShown] = useState(() => reach(messages, target))
  const from = Math.max(0, messages.length - shown)
  const newest = messages.at(-1)?.ts

  const rows = useMemo(
    () => toRows(messages.slice(from), props.threads, style.timeZone, props.readUpTo, props.person),
    [messages, from, props.threads, style.timeZone, props.readUpTo, props.person],
  )

  const showEarlier = () => {
    heightBefore.current = box.current?.scrollHeight
    setQuiet(true)
    setShown((count) => Math.max(count, Math.min(count + STEP, messages.length)))
  }

  // A message that was linked to is found, however old.
  // biome-ignore lint/correctness/useExhaustiveDependencies: new messages must not scroll back to the linked one
  useLayoutEffect(() => {
    if (!target) return
    setShown((count) => Math.max(count, reach(messages, target)))
    const row = box.current?.querySelector(`[data-ts="${CSS.escape(target)}"]`)
    if (!row) return
    atEnd.current = false
    row.scrollIntoView({ block: 'center' })
  }, [target, channel])

  // biome-ignore lint/correctness/useExhaustiveDependencies: it must run after each change of what is drawn
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    if (heightBefore.current !== undefined) {
      element.scrollTop += element.scrollHeight - heightBefore.current
      heightBefore.current = undefined
    } else if (atEnd.current) element.scrollTop = element.scrollHeight
  }, [rows])

  useEffect(() => {
    if (!quiet) return
    const timer = setTimeout(() => setQuiet(false), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [quiet])

  const { onSeen } = props
  useLayoutEffect(() => {
    if (atEnd.current && newest && document.visibilityState === 'visible') onSeen(newest)
  }, [newest, onSeen])

  // Who comes back to a hidden window reads what came meanwhile, if the end is in view.
  useEffect(() => {
    const look = () => {
      if (atEnd.current && newest && document.visibilityState === 'visible') onSeen(newest)
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [newest, onSeen])

  // Pictures and late renderers change heights after the first drawing.
  useLayoutEffect(() => {
    const element = box.current
    const content = element?.firstElementChild
    if (!element || !content) return
    const observer = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight
    })
    observer.observe(content)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  const onScroll = () => {
    const element = box.current
    if (!element) return
    const end = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_BOTTOM_PX
    atEnd.current = end
    setAway(!end)
    if (end && newest) onSeen(newest)
    if (element.scrollTop < 200 && from > 0 && heightBefore.current === undefined) showEarlier()
  }

  // The list is one stop of the Tab key; the arrows walk from message to message.
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    // What is scrolled or clicked is an element; the DOM types allow any target.
    const target = event.target as HTMLElement
    if (step === 0 || !(target === box.current || target.matches('article'))) return
    const articles = [...event.currentTarget.querySelectorAll('article')]
    const at = articles.findIndex((article) => article.matches(':focus'))
    const next = at < 0 ? articles.at(-1) : articles[at + step]
    if (!next) return
    event.preventDefault()
    next.focus()
  }

  return (
    <div className={styles.listFrame}>
      <div
        ref={box}
        className={styles.list}
        onScroll={onScroll}
        onKeyDown={onKeyDown}
        role="log"
        aria-label={props.label}
        aria-live={quiet ? 'off' : 'polite'}
        aria-relevant="additions"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable to be scrolled by keys
        tabIndex={0}
        id="messages"
      >
        <div className={styles.listInner}>
          {from > 0 ? (
            <div className={styles.earlier}>
              <Button variant="subtle" size="compact-sm" onClick={showEarlier}>
                {words.channel.earlier}
              </Button>
            </div>
          ) : (
            props.start
          )}
          {rows.map((row) => {
            if (row.kind === 'day') return <Divider key={row.key} label={dayHeading(row.at, style, new Date())} />
            if (row.kind === 'new') return <Divider key={row.key} label={words.channel.newLine} fresh />
            if (row.kind === 'system') return <SystemLine key={row.key} messages={row.messages} />
            return (
              <MessageRow
                key={row.key}
                message={row.message}
                channel={channel}
                continued={row.continued}
                thread={row.thread}
                lit={row.message.ts === target}
              />
            )
          })}
        </div>
      </div>
      {away && (
        <UnstyledButton
          className={styles.toNewest}
          onClick={() => {
            atEnd.current = true
            if (box.current) box.current.scrollTop = box.current.scrollHeight
          }}
        >
          <IconArrowDown size={15} /> {words.channel.toNewest}
        </UnstyledButton>
      )}
    </div>
  )
}

function Divider({ label, fresh = false }: { label: string; fresh?: boolean }) {
  return (
    <h2 className={styles.dayLine} data-fresh={fresh || undefined}>
      <span>{label}</span>
    </h2>
  )
}

function reach(messages: readonly Message[], target: string | undefined): number {
  const index = target ? messages.findIndex((message) => message.ts === target) : -1
  return index < 0 ? STEP : Math.max(STEP, messages.length - index + 20)
}
