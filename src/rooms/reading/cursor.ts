/** Where a page ended: the next one begins behind it. `rank`: of its level, where the list goes by levels. */
export type Cursor = { declaredAt: Date; id: string; rank?: number }

/** A cursor as it travels: opaque to callers, and without anything that they have not just read. */
export const cursorText = ({ declaredAt, id, rank }: Cursor): string =>
  Buffer.from([declaredAt.toISOString(), id, ...(rank === undefined ? [] : [rank])].join(' ')).toString('base64url')

/** The cursor that a caller brings back; undefined for what is none of ours. */
export function cursorOf(text: string): Cursor | undefined {
  const [at = '', id = '', rank, ...more] = Buffer.from(text, 'base64url').toString().split(' ')
  const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at) && !Number.isNaN(Date.parse(at))
  const isRank = rank === undefined || /^\d{1,3}$/.test(rank)
  if (!isMoment || !isRank || !/^\w{1,60}$/.test(id) || more.length > 0) return undefined
  return { declaredAt: new Date(at), id, ...(rank === undefined ? {} : { rank: Number(rank) }) }
}
