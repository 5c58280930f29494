import { fillFrontMatter, frontMatterOf } from '../values/front-matter.ts'

/** What a template of a postmortem may hold in `{{…}}`. Companies write these into their files: add, never rename. */
export const placeholders = [
  'title',
  'notice',
  'status',
  'service',
  'level',
  'types',
  'times',
  'durations',
  'levels',
  'roles',
  'summary',
  'impact',
  'affected',
  'timeline',
  'cause',
  'trigger',
  'detection',
  'resolution',
  'well',
  'wrong',
  'lucky',
  'next',
  'links',
] as const
export type Placeholder = (typeof placeholders)[number]

/** What begins as a shortcode of Hugo's (`{{<`, `{{%`) is none. */
const marks = /\{\{(?![<%])([^{}]*)\}\}/g
const marksAndShortcodes = new RegExp(
  String.raw`\{\{<[\s\S]{0,1000}?>\}\}|\{\{%[\s\S]{0,1000}?%\}\}|${marks.source}`,
  'g',
)

export const isPlaceholder = (name: string): name is Placeholder => (placeholders as readonly string[]).includes(name)

/** The placeholders of a template in their order, with what stands there and names none. `line` counts from 1. */
export function marksIn(template: string): { name: string; line: number }[] {
  return [...template.matchAll(marks)].map((found) => ({
    name: (found[1] ?? '').trim(),
    line: template.slice(0, found.index).split('\n').length,
  }))
}

/** What placeholders stand for: in the text as Markdown, and in what a site generator reads as data as plain words. */
export type Filling = { markdown(name: Placeholder): string; plain(name: Placeholder): string }

/** A template with what each placeholder stands for. One that is unknown stays as it is. */
export function filled(template: string, { markdown, plain }: Filling): string {
  const plainOf = (name: string) => (isPlaceholder(name) ? plain(name) : undefined)
  const head = frontMatterOf(template)
  const text = template.slice(head.length).replaceAll(marksAndShortcodes, (whole, mark: string | undefined) => {
    // The values of a shortcode stand in quotes.
    if (mark === undefined) return whole.replaceAll(marks, (own, inner: string) => quoted(plainOf(inner.trim())) ?? own)
    const name = mark.trim()
    return isPlaceholder(name) ? markdown(name) : whole
  })
  return fillFrontMatter(head, plainOf) + text
}

const quoted = (plain: string | undefined): string | undefined => plain && JSON.stringify(plain).slice(1, -1)
