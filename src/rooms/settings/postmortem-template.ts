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

const marks = /\{\{\s*([^{}]*?)\s*\}\}/g

export const isPlaceholder = (name: string): name is Placeholder => (placeholders as readonly string[]).includes(name)

/** The placeholders of a template in their order, with what stands there and names none. `line` counts from 1. */
export function marksIn(template: string): { name: string; line: number }[] {
  return [...template.matchAll(marks)].map((found) => ({
    name: found[1] ?? '',
    line: template.slice(0, found.index).split('\n').length,
  }))
}

/** A template with what each placeholder stands for. One that is unknown stays as it is. */
export const filled = (template: string, textOf: (name: Placeholder) => string): string =>
  template.replaceAll(marks, (whole, name: string) => (isPlaceholder(name) ? textOf(name) : whole))
