import { randomBytes } from 'node:crypto'

/** A part of a canvas: a heading, a paragraph, a whole list or a block of code, in Markdown. */
export type Section = { id: string; markdown: string }

/** As Slack writes them: `temp:C:eBa219af721c664422cb90a52fac`. */
const newSectionId = () => `temp:C:${randomBytes(14).toString('hex').slice(0, 27)}`

/** Markdown in its parts. A heading is a part of its own; lists and paragraphs end at an empty line, code at its fence. */
export function sectionsOf(markdown: string): Section[] {
  const parts: string[] = []
  let open: string[] = []
  let inCode = false
  const close = () => {
    if (open.length > 0) parts.push(open.join('\n'))
    open = []
  }
  for (const line of markdown.split(/\r?\n/)) {
    const isFence = line.startsWith('```')
    if (inCode) {
      open.push(line)
      if (isFence) {
        inCode = false
        close()
      }
    } else if (isFence) {
      close()
      open.push(line)
      inCode = true
    } else if (line.trim() === '') close()
    else if (/^#{1,6} /.test(line)) {
      close()
      parts.push(line)
    } else open.push(line)
  }
  close()
  return parts.map((part) => ({ id: newSectionId(), markdown: part }))
}

/** Whether a part is of a kind that `canvases.sections.lookup` can ask for. */
export function isOfType({ markdown }: Section, type: string): boolean {
  const [marks = ''] = /^#+(?= )/.exec(markdown) ?? []
  if (type === 'any_header') return marks.length >= 1 && marks.length <= 3
  return type === `h${marks.length}`
}

/** The whole of a canvas as Markdown. */
export const wholeOf = (sections: readonly Section[]): string => sections.map(({ markdown }) => markdown).join('\n\n')
