import { expect } from 'vitest'
import { draftOf } from '../../src/rooms/postmortem/index.ts'
import { publicationOf } from '../../src/rooms/publishing/index.ts'
import type { Fault } from '../github/faults.ts'
import type { PublishingStage } from '../stories/publishing-stage.ts'

/** Every call that makes or changes something on GitHub, until the first draft stands and after nothing is missing any more. */
export const firstCalls = [
  'POST /repos/{owner}/{repo}/git/refs',
  'PUT /repos/{owner}/{repo}/contents/{path}',
  'POST /repos/{owner}/{repo}/pulls',
  'POST /repos/{owner}/{repo}/issues/{issue_number}/labels',
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers',
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
] as const
export const laterCalls = [
  'PUT /repos/{owner}/{repo}/contents/{path}',
  'POST /graphql',
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
] as const

/** What goes wrong with one call. */
export const troubles: Readonly<Record<string, Omit<Fault, 'route'>>> = {
  'cut before it took effect': { cut: 'before' },
  'cut after it took effect': { cut: 'after' },
  'answered 502 without effect': { status: 502 },
  'answered 502 after it took effect': { status: 502, cut: 'after' },
  'told to wait': { status: 403, headers: { 'retry-after': '7' }, body: { message: 'secondary rate limit' } },
}

/** Time passes until the bot has nothing more to try, but no longer than ten minutes. */
export async function calm(stage: PublishingStage, id: string): Promise<void> {
  const { db } = stage.bot.app.world
  for (let n = 0; n < 10; n++) {
    await stage.pass(30_000)
    const publication = await publicationOf(db.read, id)
    if (publication?.error === null && stage.github.faultsLeft() === 0) return
  }
  throw new Error(`It does not get there: ${JSON.stringify(await publicationOf(db.read, id))}`)
}

/** One branch, one pull request, one comment of each kind, and the document as it is. */
export async function standsOnce(stage: PublishingStage, id: string): Promise<void> {
  const { github } = stage
  const { world } = stage.bot.app
  const [publication, draft] = [await publicationOf(world.db.read, id), await draftOf(world, id)]
  if (!publication || !draft) throw new Error('It went nowhere')
  const pulls = github.pulls().filter(({ head }) => head === publication.branch)
  expect(pulls).toHaveLength(1)
  expect(pulls[0]).toMatchObject({
    number: publication.number,
    draft: draft.gaps.length > 0,
    labels: ['postmortem'],
    teams: ['service-a'],
  })
  expect(await github.fileAt(publication.branch, publication.path)).toBe(draft.markdown)
  const comments = github.comments(publication.number ?? 0)
  expect(comments).toHaveLength(1)
  expect(comments[0]?.body).toContain(draft.gaps.length > 0 ? '件あります' : '未記入の項目はありません')
  expect(publication).toMatchObject({ edited: false, without: [], state: draft.gaps.length > 0 ? 'draft' : 'review' })
}

/** An incident whose document meets one trouble on its way, first or later. */
export async function meets(stage: PublishingStage, fault: Fault, when: 'first' | 'later'): Promise<void> {
  if (when === 'first') stage.github.fault(fault)
  const { id } = await stage.recovers()
  await calm(stage, id)
  if (when === 'later') {
    stage.github.fault(fault)
    await stage.completes(id)
    await calm(stage, id)
  }
  await standsOnce(stage, id)
}
