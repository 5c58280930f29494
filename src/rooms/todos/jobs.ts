import { z } from 'zod'
import { defineJob } from '../../kit/jobs/index.ts'

/** Makes a TODO of a message that somebody marked so, once its words are known. */
export const takeUpJob = defineJob(
  'todos.take_up',
  z.object({ incidentId: z.string(), channelId: z.string(), ts: z.string() }),
)

/** Has a TODO say what its message says in the record, or nothing where that was deleted. */
export const followJob = defineJob(
  'todos.follow',
  z.object({ incidentId: z.string(), channelId: z.string(), ts: z.string() }),
)

/** Makes TODOs of messages that nobody heard when they were said. */
export const catchUpTodosJob = defineJob(
  'todos.catch_up',
  z.object({ incidentId: z.string(), channelId: z.string(), keys: z.array(z.string()) }),
)
