import { defineJob } from '../../kit/jobs/index.ts'

/** Makes the first draft. */
export const draftJob = defineJob<{ incidentId: string }>('postmortem.draft')
