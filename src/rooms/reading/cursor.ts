/** Where a page ended: the next one begins with what was declared before it. */
export type Cursor = { declaredAt: Date; id: string }

/** A cursor as it travels: opaque to callers, and without anything that they have not just read. */
export const cursorText = ({ declaredAt, id }: Cursor): string =>
  Buffer.from(`${declaredAt.toISOString()} ${id}`).toString('base64url')

/** The cursor that a caller brings back; undefined for what is none of ours. */
export function cursorOf(text: string): Cursor | undefined {
  const [at = '', id = '', ...more] = Buffer.from(text, 'base64url').toString().split(' ')
  const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at) && !Number.isNaN(Date.parse(at))
  return isMoment && /^\w{1,60}$/.test(id) && more.length === 0 ? { declaredAt: new Date(at), id } : undefined
}
