import { z } from 'zod'
import { defineJob } from '../../kit/jobs/index.ts'

/** Writes anew what is found of an incident beside its messages. */
export const writtenJob = defineJob('search.written', z.object({ incidentId: z.string() }), { unhurried: true })

/** Writes anew what is found of some messages. */
export const saidJob = defineJob(
  'search.said',
  z.object({ incidentId: z.string(), channelId: z.string(), keys: z.array(z.string()) }),
  { unhurried: true },
)

/** Writes anew all that is found of an incident. */
export const wholeJob = defineJob('search.whole', z.object({ incidentId: z.string() }), { unhurried: true })

/** Goes on reading what was there before the search was. */
export const fillJob = defineJob('search.fill', z.object({}), { concurrency: 1, batch: 1, unhurried: true })
