import { lazy, memo, Suspense, useMemo } from 'react'
import { useWords } from '../i18n/words.ts'
import { inOrder } from '../text/inOrder.ts'
import { Mrkdwn } from '../text/Mrkdwn.tsx'
import { PlainText } from '../text/PlainText.tsx'
import { RichText } from '../text/RichText.tsx'
import { ActionControl } from './ActionControl.tsx'
import styles from './blocks.module.css'
import { InputBlockField } from './InputBlockField.tsx'
import { type BlockKit, type ImageElement, type NearBlock, readBlocks, type TextObject } from './types.ts'

// Tables, videos, cards and the like are rare, and their renderer is larger than this whole client.
const FarRenderer = lazy(() => import('./FarRenderer.tsx'))

/** The blocks of a message, dialog or home. */
export const Blocks = memo(function Blocks({ blocks }: { blocks: readonly unknown[] | undefined }) {
  const read = useMemo(() => readBlocks(blocks), [blocks])
  return (
    <div className={styles.blocks}>
      {inOrder(read).map(([key, block]) => (
        <One key={block.block_id ?? key} block={block} />
      ))}
    </div>
  )
})

function One({ block }: { block: BlockKit }) {
  if (block.type === 'far') return <Far kind={block.kind} raw={block.raw} />
  return <Near block={block} />
}

function Near({ block }: { block: NearBlock }) {
  switch (block.type) {
    case 'divider':
      return <hr className={styles.divider} />
    case 'header':
      return (
        <h3 className={styles.header}>
          <PlainText text={block.text.text} />
        </h3>
      )
    case 'rich_text':
      return <RichText elements={block.elements} />
    case 'section':
      return <Section block={block} />
    case 'context':
      return (
        <div className={styles.context}>
          {inOrder(block.elements).map(([key, element]) => (
            <span key={key}>
              {element.type === 'image' ? <Picture image={element} size={18} /> : <AnyText text={element} />}
            </span>
          ))}
        </div>
      )
    case 'actions':
      return (
        <div className={styles.actions}>
          {inOrder(block.elements).map(([key, element]) => (
            <ActionControl key={element.action_id ?? key} blockId={block.block_id} element={element} />
          ))}
        </div>
      )
    case 'image':
      return (
        <figure className={styles.figure}>
          {block.title && (
            <figcaption>
              <PlainText text={block.title.text} />
            </figcaption>
          )}
          <Picture image={block} />
        </figure>
      )
    case 'input':
      return <InputBlockField block={block} />
  }
}

function Section({ block }: { block: Extract<NearBlock, { type: 'section' }> }) {
  const accessory = block.accessory
  return (
    <div className={styles.section}>
      <div className={styles.sectionText}>
        {block.text && <AnyText text={block.text} />}
        {block.fields && (
          <div className={styles.fields}>
            {inOrder(block.fields).map(([key, field]) => (
              <AnyText key={key} text={field} />
            ))}
          </div>
        )}
      </div>
      {accessory && (
        <div className={styles.accessory}>
          {accessory.type === 'image' ? (
            <Picture image={accessory} size={80} />
          ) : (
            <ActionControl blockId={block.block_id} element={accessory} />
          )}
        </div>
      )}
    </div>
  )
}

function AnyText({ text }: { text: TextObject }) {
  if (text.type === 'mrkdwn') return <Mrkdwn text={text.text} />
  return (
    <div className={styles.plain}>
      <PlainText text={text.text} />
    </div>
  )
}

function Picture({ image, size }: { image: Omit<ImageElement, 'type'>; size?: number }) {
  const src = image.image_url ?? image.slack_file?.url
  return <img src={src} alt={image.alt_text} loading="lazy" {...(size && { width: size, height: size })} />
}

function Far({ kind, raw }: { kind: string; raw: unknown }) {
  const words = useWords()
  return (
    <Suspense fallback={<div className={styles.waiting}>{words.block.working}</div>}>
      <FarRenderer kind={kind} raw={raw} />
    </Suspense>
  )
}
