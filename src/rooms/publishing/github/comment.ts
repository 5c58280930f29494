import type { GitHub } from '../../../kit/github/index.ts'
import { adviceComment, adviceMarker, differenceComment, differenceMarker } from '../comments.ts'
import { haltFor, need, orAbsent } from '../halt.ts'
import { blobOf, hashOf } from '../publication.ts'
import type { Run } from '../run.ts'
import type { PublishInput } from './publish-to-github.ts'
import type { Pull } from './pull.ts'

/** One comment says what is missing and what the linter found, and is edited in place. */
export async function advise(run: Run, github: GitHub, { draft }: PublishInput, pull: Pull): Promise<void> {
  const body = adviceComment(draft)
  const { adviceHash, adviceComment: known } = run.publication
  if (adviceHash === hashOf(body)) return
  const adviceCommentId = await say(run, github, pull, { body, marker: adviceMarker, known })
  await run.keep({ adviceComment: adviceCommentId, adviceHash: hashOf(body) })
}

/** The record went on and the file, which is a person's now, did not: told once for each difference, in one comment. */
export async function tellDifferences(run: Run, github: GitHub, { draft }: PublishInput, pull: Pull): Promise<void> {
  const { place: repository, writtenBlob, differenceHash, differenceComment: known } = run.publication
  const now = blobOf(draft.markdown)
  if (differenceHash === now || (differenceHash === null && now === writtenBlob) || writtenBlob === null) return
  const blob = orAbsent(await github.call('blobs.get', { repository, file_sha: writtenBlob }), 'repository')
  if (!blob) return
  const written = Buffer.from(blob.content, 'base64').toString()
  const body = differenceComment(written, draft.markdown, draft.language)
  const id = await say(run, github, pull, { body, marker: differenceMarker, known })
  await run.keep({ differenceComment: id, differenceHash: now })
}

/** Says something in the bot's own comment, which is looked for before it is made. One that a person deleted stays so. */
async function say(
  run: Run,
  github: GitHub,
  pull: Pull,
  { body, marker, known }: { body: string; marker: string; known: number | null },
): Promise<number> {
  const { place: repository } = run.publication
  const id = known ?? (await find(github, repository, pull, marker))
  if (id === undefined) {
    return need(await github.call('comments.create', { repository, issue_number: pull.number, body }), 'repository').id
  }
  const edited = await github.call('comments.update', { repository, comment_id: id, body })
  if (edited.is !== 'done' && !(edited.is === 'refused' && edited.status === 404)) throw haltFor(edited, 'repository')
  return id
}

async function find(github: GitHub, repository: string, pull: Pull, marker: string): Promise<number | undefined> {
  const all = need(await github.all('comments.list', { repository, issue_number: pull.number }), 'repository')
  // People may quote it, but not begin with it.
  return all.find(({ body, user }) => body?.startsWith(marker) && user?.login === pull.user?.login)?.id
}
