import { type GitHub, refusedFor } from '../../../kit/github/index.ts'
import { incidentSubject } from '../../channel/index.ts'
import { factsAbout } from '../../facts/index.ts'
import { Halt, haltFor, need, orAbsent } from '../halt.ts'
import type { Run } from '../run.ts'
import { texts } from '../texts.ts'
import { findPull } from './pull.ts'

/**
 * An incident became private after its document had gone where everybody sees it: nothing more goes there, the pull request is
 * closed and says nothing any more, and its branch goes. What was pushed stays in GitHub's history, which only people can purge.
 */
export async function withdrawFromGitHub(run: Run, github: GitHub): Promise<void> {
  const { place: repository, branch, state } = run.publication
  if (state === 'merged') throw new Halt('merged_in_public', run.publication.url)
  if (state === 'withdrawn') return
  const t = texts.in(run.world.settings().language)
  const pull = await findPull(run, github)
  if (pull?.merged_at) throw new Halt('merged_in_public', pull.html_url)
  if (pull) {
    const { adviceComment, differenceComment } = run.publication
    for (const comment_id of [adviceComment, differenceComment]) {
      if (comment_id === null) continue
      const gone = await github.call('comments.delete', { repository, comment_id })
      orAbsent(gone, 'repository')
    }
    const change = { title: t('withdrawn.title'), body: t('withdrawn.body'), state: 'closed' as const }
    need(await github.call('pulls.update', { repository, pull_number: pull.number, ...change }), 'repository')
  }
  const gone = await github.call('refs.delete', { repository, ref: `heads/${branch}` })
  // A rule may forbid to delete it: then it stands there still, and people have to know.
  if (gone.is !== 'done' && !refusedFor(gone, /does not exist/i)) throw haltFor(gone, 'repository')
  const [merged] = await factsAbout(run.world.db.read, incidentSubject(run.incidentId), ['publishing.merged'])
  // An earlier edition is where everybody sees it, and only people can take it from there.
  if (merged?.data.url.includes(`/${repository}/`)) throw new Halt('merged_in_public', merged.data.url)
  await run.tell(async () => ({
    change: { state: 'withdrawn', adviceComment: null, differenceComment: null },
    facts: pull
      ? [
          {
            subject: incidentSubject(run.incidentId),
            type: 'publishing.withdrawn',
            data: { number: pull.number, url: pull.html_url },
          },
        ]
      : [],
    show: true,
  }))
}
