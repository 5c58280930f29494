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

/** What is carried, and by what rules; `place` is undefined where the settings now name another one. */
export type Cargo = { incident: Incident; draft: Draft; place: GitHubPlace | undefined }

/** Brings one document to GitHub: looks what stands there, does what is missing, and notes what people did. */
export async function carryToGitHub(run: Run, github: GitHub, brought: Cargo): Promise<void> {
  const found = await findPull(run, github)
  if (found) await follow(run, github, brought, found)
  const { state } = run.publication
  if (state === 'merged' || state === 'closed') return
  const file = await bringFile(run, github, brought)
  // What people have written there may have filled what was missing.
  const cargo = { ...brought, draft: (await draftOf(run.world, run.incidentId)) ?? brought.draft }
  const pull = found ?? (await openPull(run, github, cargo))
  await retitle(run, github, cargo, pull)
  await label(run, github, cargo, pull)
  await askReviewers(run, github, cargo, pull)
  await markReady(run, github, cargo, pull)
  await advise(run, github, cargo, pull)
  if (file.edited) await tellDifferences(run, github, cargo, pull)
}
