import { defineJob } from '../../kit/jobs/index.ts'

/** Makes a TODO of a message that somebody marked so, once its words are known. */
export const takeUpJob = defineJob<{ incidentId: string; channelId: string; ts: string }>('todos.take_up')

/** Takes the words of a message that was deleted out of its TODO. */
export const forgetJob = defineJob<{ channelId: string; ts: string }>('todos.forget')
