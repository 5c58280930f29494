import type { Sandbox } from '../../sandbox/server/index.ts'

/** What was sent to the bot so far: the number of the last, and the types of those that it has not acknowledged yet. */
export type Hearing = { heard: number; unheard: string[] }

/** Reads on from where it has read before: a response sends hundreds. */
export function createHearing({ deliveries }: Pick<Sandbox, 'deliveries'>): () => Hearing {
  let acknowledgedTo = 0
  return () => {
    const sent = deliveries.after(acknowledgedTo)
    const open = sent.filter((each) => each.acked_ms === null && !each.failed)
    const heard = sent.at(-1)?.seq ?? acknowledgedTo
    acknowledgedTo = open[0] ? open[0].seq - 1 : heard
    return { heard, unheard: open.map(({ type }) => type) }
  }
}
