import { Fragment } from 'react'
import { inOrder } from './inOrder.ts'
import { Emoji } from './Mention.tsx'

/** A plain text in which only `:emoji:` is special. */
export function PlainText({ text }: { text: string }) {
  return inOrder(text.split(/(:[\p{Ll}\p{Lo}\d_+'-]+:)/u)).map(([key, piece]) => {
    const name = /^:(.+):$/.exec(piece)?.[1]
    return <Fragment key={key}>{name ? <Emoji name={name} /> : piece}</Fragment>
  })
}
