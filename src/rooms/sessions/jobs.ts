import { z } from 'zod'
import { defineJob } from '../../kit/jobs/index.ts'

/** Sends somebody the link by which a browser is signed in. What the link says is made when it is sent, and stands in no job. */
export const sendLinkJob = defineJob('sessions.send_link', z.object({ id: z.string() }), { concurrency: 2 })
