import type { GitHub } from '../../../kit/github/index.ts'
import type { Incident } from '../../incident/index.ts'
import { type Draft, draftOf } from '../../postmortem/index.ts'
import type { Place } from '../../settings/index.ts'
import type { Run } from '../run.ts'
import { advise, tellDifferences } from './comment.ts'
import { bringFile } from './file.ts'
import { follow } from './follow.ts'
import { askReviewers, label, markReady } from './invite.ts'
import { findPull, openPull, retitle } from './pull.ts'

export type GitHubPlace = Extract<Place, { kind: 'github' }>

/** What is published, and where; `place` is undefined where the settings now name another one. */
export type PublishInput = { incident: Incident; draft: Draft; place: GitHubPlace | undefined }

/** Publishes one document to GitHub: looks what stands there, does what is missing, and notes what people did. */
export async function publishToGitHub(run: Run, github: GitHub, input: PublishInput): Promise<void> {
  const found = await findPull(run, github)
  if (found) await follow(run, github, input, found)
  const { state } = run.publication
  if (state === 'merged' || state === 'closed') return
  const file = await bringFile(run, github, input)
  // What people have written there may have filled what was missing.
  const current = { ...input, draft: (await draftOf(run.world, run.incidentId)) ?? input.draft }
  const pull = found ?? (await openPull(run, github, current))
  await retitle(run, github, current, pull)
  await label(run, github, current, pull)
  await askReviewers(run, github, current, pull)
  await markReady(run, github, current, pull)
  await advise(run, github, current, pull)
  if (file.edited) await tellDifferences(run, github, current, pull)
}
