import { type MessageContent, section } from '../../kit/block-kit/index.ts'

/** The most bytes of `text` that an edit may have. A report from a live workspace: 4,000 are taken, 4,002 refused. */
export const mostBytes = 4_000

const kana = 'あ'

/** A text of exactly `bytes` bytes, in Japanese as far as they divide by three. */
export function textOf(bytes: number): string {
  const width = Buffer.byteLength(kana)
  return kana.repeat(Math.floor(bytes / width)) + 'a'.repeat(bytes % width)
}

/** What the doctor posts: `words` in a block, and `text` for whom blocks say nothing. */
export const scratchMessage = (words: string, text = words): MessageContent => ({ text, blocks: [section(words)] })
