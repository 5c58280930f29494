import { Blocks } from '../blocks/Blocks.tsx'
import { inOrder } from '../text/inOrder.ts'
import { Mrkdwn, SafeLink } from '../text/Mrkdwn.tsx'
import styles from './message.module.css'

type Attachment = {
  color?: string
  pretext?: string
  title?: string
  title_link?: string
  text?: string
  fallback?: string
  footer?: string
  blocks?: unknown[]
}

/** The older kind of framed content: a coloured bar beside blocks or a text. */
export function Attachments({ raw }: { raw: readonly unknown[] }) {
  // Drawn as far as its fields are what they should be.
  return inOrder(raw).map(([key, one]) => <Framed key={key} attachment={one as Attachment} />)
}

function Framed({ attachment }: { attachment: Attachment }) {
  const colour = /^#?[0-9a-f]{6}$/i.test(attachment.color ?? '')
    ? `#${attachment.color?.replace('#', '')}`
    : 'var(--line-strong)'
  const text = attachment.text ?? (attachment.blocks ? undefined : attachment.fallback)
  return (
    <>
      {attachment.pretext && <Mrkdwn text={attachment.pretext} />}
      <div className={styles.attachment} style={{ borderColor: colour }}>
        {attachment.title &&
          (attachment.title_link ? (
            <SafeLink url={attachment.title_link}>
              <strong>{attachment.title}</strong>
            </SafeLink>
          ) : (
            <strong>{attachment.title}</strong>
          ))}
        {text && <Mrkdwn text={text} />}
        {attachment.blocks && <Blocks blocks={attachment.blocks} />}
        {attachment.footer && <small>{attachment.footer}</small>}
      </div>
    </>
  )
}
