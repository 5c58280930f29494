import { defineJob } from '../../kit/jobs/index.ts'

/** Makes the first draft. */
export const draftJob = defineJob<{ incidentId: string }>('postmortem.draft')

/** Asks for what is missing; `freed` is who has just got rid of a question. */
export const askJob = defineJob<{ incidentId: string; freed: string | null }>('postmortem.ask')
