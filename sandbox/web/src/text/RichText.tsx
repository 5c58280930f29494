import { Fragment, type ReactNode } from 'react'
import type { RichElement, RichSection } from '../blocks/types.ts'
import { inOrder } from './inOrder.ts'
import { Broadcast, ChannelMention, Emoji, GroupMention, UserMention } from './Mention.tsx'
import { Moment, SafeLink } from './Mrkdwn.tsx'
import styles from './text.module.css'

const MARKERS = ['disc', 'circle', 'square']
const NUMBERS = ['decimal', 'lower-alpha', 'lower-roman']

/** A rich_text block: what people type, and what apps use where mrkdwn's marks would not work. */
export function RichText({ elements }: { elements: RichSection[] }) {
  return (
    <div className={styles.text}>
      {inOrder(elements).map(([key, section]) => (
        <Fragment key={key}>{part(section)}</Fragment>
      ))}
    </div>
  )
}

function part(section: RichSection): ReactNode {
  switch (section.type) {
    case 'rich_text_section':
      return (
        <div>
          <Pieces elements={section.elements} />
        </div>
      )
    case 'rich_text_quote':
      return (
        <blockquote>
          <Pieces elements={section.elements} />
        </blockquote>
      )
    case 'rich_text_preformatted':
      return (
        <pre>
          <Pieces elements={section.elements} />
        </pre>
      )
    case 'rich_text_list':
      return <List section={section} />
    default:
      return null
  }
}

function List({ section }: { section: Extract<RichSection, { type: 'rich_text_list' }> }) {
  const indent = section.indent ?? 0
  const ordered = section.style === 'ordered'
  const Tag = ordered ? 'ol' : 'ul'
  const marks = ordered ? NUMBERS : MARKERS
  return (
    <Tag
      {...(ordered && { start: (section.offset ?? 0) + 1 })}
      style={{ marginInlineStart: `${indent * 1.5}em`, listStyleType: marks[indent % 3] }}
      data-border={section.border || undefined}
    >
      {inOrder(section.elements).map(([key, item]) => (
        <li key={key}>
          <Pieces elements={item.elements} />
        </li>
      ))}
    </Tag>
  )
}

function Pieces({ elements }: { elements: RichElement[] }) {
  return inOrder(elements).map(([key, element]) => <Fragment key={key}>{styledPiece(element)}</Fragment>)
}

function styledPiece(element: RichElement): ReactNode {
  let node = piece(element)
  const style = element.style
  if (style?.code) node = <code>{node}</code>
  if (style?.strike) node = <del>{node}</del>
  if (style?.underline) node = <u>{node}</u>
  if (style?.italic) node = <em>{node}</em>
  if (style?.bold) node = <strong>{node}</strong>
  return node
}

function piece(element: RichElement): ReactNode {
  switch (element.type) {
    case 'text':
      return <span className={styles.verbatim}>{element.text}</span>
    case 'link':
      return <SafeLink url={element.url}>{element.text ?? element.url}</SafeLink>
    case 'emoji':
      return <Emoji name={element.name} />
    case 'user':
      return <UserMention id={element.user_id} />
    case 'usergroup':
      return <GroupMention id={element.usergroup_id} />
    case 'channel':
      return <ChannelMention id={element.channel_id} />
    case 'broadcast':
      return <Broadcast range={element.range} />
    case 'color':
      return (
        <code>
          <span className={styles.swatch} style={{ background: element.value }} />
          {element.value}
        </code>
      )
    case 'date':
      return <Moment seconds={element.timestamp} format={element.format} url={element.url} />
    default:
      return null
  }
}
