import { isObject, type Json, textOf } from '../workspace/json.ts'
import { type Section, sectionsOf } from './sections.ts'

/** Slack's limit of what one change holds, in characters. */
export const longestContent = 1_048_576

/** What is wrong with a canvas's content, as Slack puts it into `detail`. */
export class BadContent extends Error {}

/** The Markdown of `document_content`, or of the content of a change. Throws BadContent. */
export function markdownIn(content: unknown): string {
  if (!isObject(content)) throw new BadContent("'document_content' must be an object")
  if (content.type !== 'markdown') throw new BadContent("'type' must be 'markdown'")
  if (typeof content.markdown !== 'string') throw new BadContent("'markdown' must be a string")
  if (content.markdown.length > longestContent) throw new BadContent("'markdown' is too long")
  const lines = content.markdown.split('\n')
  const odd = lines.findIndex((line) => /^>\s*([-*+]|\d+\.)\s/.test(line))
  if (odd >= 0)
    throw new BadContent(`'content' error: line ${odd + 1}: Unsupported block type (List) within block quote`)
  return content.markdown
}

export type Sheet = { title: string; sections: Section[] }

type Edit = (sheet: Sheet, fresh: Section[], at: number, change: Json) => Sheet

const put =
  (where: (at: number, length: number) => number, instead = 0): Edit =>
  ({ title, sections }, fresh, at) => ({
    title,
    sections: sections.toSpliced(where(at, sections.length), instead, ...fresh),
  })

const all: Edit = ({ title }, fresh) => ({ title, sections: fresh })
const one = put((at) => at, 1)

const edits: Readonly<Record<string, { edit: Edit; needsSection: boolean; needsContent: boolean }>> = {
  insert_at_start: { edit: put(() => 0), needsSection: false, needsContent: true },
  insert_at_end: { edit: put((_, length) => length), needsSection: false, needsContent: true },
  insert_before: { edit: put((at) => at), needsSection: true, needsContent: true },
  insert_after: { edit: put((at) => at + 1), needsSection: true, needsContent: true },
  // Without a section, all of the canvas is replaced.
  replace: { edit: (...how) => (how[2] < 0 ? all : one)(...how), needsSection: false, needsContent: true },
  delete: { edit: one, needsSection: true, needsContent: false },
  rename: {
    edit: ({ sections }, _fresh, _at, { title_content }) => ({ title: markdownIn(title_content), sections }),
    needsSection: false,
    needsContent: false,
  },
}

/**
 * A canvas after one change. Throws BadContent with what is wrong with it.
 * Source: docs.slack.dev/reference/methods/canvases.edit
 */
export function changed(sheet: Sheet, change: unknown): Sheet {
  if (!isObject(change)) throw new BadContent('each change must be an object')
  const operation = textOf(change.operation)
  const how = Object.hasOwn(edits, operation) ? edits[operation] : undefined
  if (!how) throw new BadContent(`'operation' is not known: ${operation}`)
  const id = textOf(change.section_id)
  const at = id === '' ? -1 : sheet.sections.findIndex((section) => section.id === id)
  if ((how.needsSection && id === '') || (id !== '' && at < 0))
    throw new BadContent("'section_id' is not one of the canvas")
  const fresh = how.needsContent ? sectionsOf(markdownIn(change.document_content)) : []
  return how.edit(sheet, fresh, at, change)
}
