import { Fragment, memo, type ReactNode, useMemo } from 'react'
import { useWorkspace } from '../state/live.ts'
import { placeOfPermalink } from '../state/route.ts'
import { formatToken, fullMoment } from './dates.ts'
import { inOrder } from './inOrder.ts'
import { Broadcast, ChannelMention, Emoji, GroupMention, UserMention } from './Mention.tsx'
import { type Inline, parseMrkdwn } from './mrkdwn.ts'
import { PlaceLink } from './PlaceLink.tsx'
import styles from './text.module.css'
import { useDateStyle } from './viewer.ts'

/** A text in Slack's mrkdwn. */
export const Mrkdwn = memo(function Mrkdwn({ text }: { text: string }) {
  const blocks = useMemo(() => parseMrkdwn(text), [text])
  return (
    <div className={styles.text}>
      {inOrder(blocks).map(([key, block]) => {
        if (block.type === 'code') return <pre key={key}>{block.text}</pre>
        if (block.type === 'quote') {
          return (
            <blockquote key={key}>
              <Inlines nodes={block.children} />
            </blockquote>
          )
        }
        return (
          <div key={key}>
            <Inlines nodes={block.children} />
          </div>
        )
      })}
    </div>
  )
})

function Inlines({ nodes }: { nodes: Inline[] }) {
  return inOrder(nodes).map(([key, node]) => <Fragment key={key}>{inline(node)}</Fragment>)
}

function inline(node: Inline): ReactNode {
  switch (node.type) {
    case 'text':
      return node.text
    case 'break':
      return <br />
    case 'bold':
      return <Inlined as="strong" nodes={node.children} />
    case 'italic':
      return <Inlined as="em" nodes={node.children} />
    case 'strike':
      return <Inlined as="del" nodes={node.children} />
    case 'code':
      return <code>{node.text}</code>
    case 'link':
      return (
        <SafeLink url={node.url}>
          <Inlines nodes={node.children} />
        </SafeLink>
      )
    case 'user':
      return <UserMention id={node.id} />
    case 'channel':
      return <ChannelMention id={node.id} label={node.label} />
    case 'usergroup':
      return <GroupMention id={node.id} label={node.label} />
    case 'broadcast':
      return <Broadcast range={node.range} />
    case 'emoji':
      return <Emoji name={node.name} />
    case 'date':
      return <Moment seconds={node.seconds} format={node.format} url={node.url} />
  }
}

function Inlined({ as: Tag, nodes }: { as: 'strong' | 'em' | 'del'; nodes: Inline[] }) {
  return (
    <Tag>
      <Inlines nodes={nodes} />
    </Tag>
  )
}

/** A date token, written for the person at the window. */
export function Moment({ seconds, format, url }: { seconds: number; format: string; url?: string | undefined }) {
  const style = useDateStyle()
  const when = new Date(seconds * 1000)
  const text = formatToken(format, seconds, style, new Date())
  const time = (
    <time dateTime={when.toISOString()} title={fullMoment(when, style)}>
      {text}
    </time>
  )
  return url ? <SafeLink url={url}>{time}</SafeLink> : time
}

/**
 * A link: into this workspace it goes there, else it opens apart. Addresses of other kinds than the web's and mail's stay text:
 * they could run script.
 */
export function SafeLink({ url, children }: { url: string; children: ReactNode }) {
  const domain = useWorkspace((workspace) => workspace.team.domain)
  const place = placeOfPermalink(url, domain)
  if (place) return <PlaceLink place={place}>{children}</PlaceLink>
  if (!/^(https?:|mailto:|tel:)/i.test(url)) return <span>{children}</span>
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  )
}
