import { defineJob } from '../../kit/jobs/index.ts'

/** Makes a TODO of a message that somebody marked so, once its words are known. */
export const takeUpJob = defineJob<{ incidentId: string; channelId: string; ts: string }>('todos.take_up')

/** Has a TODO say what its message says in the record, or nothing where that was deleted. */
export const followJob = defineJob<{ incidentId: string; channelId: string; ts: string }>('todos.follow')

/** Makes TODOs of messages that nobody heard when they were said. */
export const catchUpTodosJob = defineJob<{ incidentId: string; channelId: string; keys: string[] }>('todos.catch_up')
