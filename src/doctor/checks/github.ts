import type { Failure, GitHub } from '../../kit/github/index.ts'
import { branchFor } from '../../rooms/publishing/index.ts'
import type { Settings } from '../../rooms/settings/index.ts'
import type { Check, Verdict } from '../check.ts'
import type { Grounds } from '../grounds.ts'

type Wanted = { repository: string; for: 'postmortems' | 'issues'; branch: string | undefined }

/** Everything of the way of a postmortem and of an issue that can be seen without writing. */
export const github: Check = {
  id: 'github',
  async run(on) {
    const settings = await on.facts.usable()
    if (!settings?.github) return undefined
    const port = on.github(settings.github.connection)
    const verdicts: Verdict[] = []
    for (const wanted of repositoriesOf(settings)) {
      const verdict = await look(port, wanted, on)
      verdicts.push(verdict.ok ? verdict : { ...verdict, about: wanted.repository })
    }
    return verdicts
  },
}

function repositoriesOf({ publishing, actions }: Settings): Wanted[] {
  const postmortems = [publishing.public, publishing.private].flatMap((place): Wanted[] =>
    place?.kind === 'github' ? [{ repository: place.repository, for: 'postmortems', branch: place.branch }] : [],
  )
  if (actions.issues === 'off') return postmortems
  const { repository, services, private: secret } = actions.issues
  const named = [repository, ...Object.values(services), secret].flatMap((name) => name ?? [])
  return [
    ...postmortems,
    ...[...new Set(named)].map((name): Wanted => ({ repository: name, for: 'issues', branch: undefined })),
  ]
}

async function look(port: GitHub, wanted: Wanted, on: Grounds): Promise<Verdict> {
  const { t } = on
  const { repository } = wanted
  const found = await port.call('repos.get', { repository })
  if (found.is !== 'done') return refused(found, repository, on)
  const { archived, default_branch, has_issues, permissions } = found.value
  if (archived) return { ok: false, what: t('github.archived', { repository }), fix: t('github.archived.fix') }
  if (wanted.for === 'issues') {
    if (has_issues === false) {
      return { ok: false, what: t('github.no-issues', { repository }), fix: t('github.no-issues.fix', { repository }) }
    }
    const listed = await port.call('issues.list', { repository, state: 'all', per_page: 1 })
    return listed.is === 'done'
      ? { ok: true, what: t('github.issues', { repository }) }
      : refused(listed, repository, on)
  }
  if (permissions?.push === false) {
    return { ok: false, what: t('github.read-only', { repository }), fix: t('github.rights.fix') }
  }
  return dryRun(port, repository, wanted.branch ?? default_branch, on)
}

/** The way of a pull request, as far as it only reads: the base, the rules for our branch, the list of pull requests. */
async function dryRun(port: GitHub, repository: string, base: string, on: Grounds): Promise<Verdict> {
  const { t } = on
  const branch = await port.call('branches.get', { repository, branch: base })
  if (branch.is === 'refused' && branch.status === 404) {
    return { ok: false, what: t('github.no-branch', { repository, base }), fix: t('github.no-branch.fix', { base }) }
  }
  if (branch.is !== 'done') return refused(branch, repository, on)
  const own = branchFor('doctor')
  const rules = await port.call('branches.rules', { repository, branch: own })
  // An older Enterprise Server knows no rules.
  const types = rules.is === 'done' ? rules.value.map(({ type }) => type) : []
  const forbids = types.find((type) => type === 'creation' || type === 'update')
  if (forbids) {
    return { ok: false, what: t('github.rule', { repository, branch: own, rule: forbids }), fix: t('github.rule.fix') }
  }
  const pulls = await port.call('pulls.list', { repository, state: 'open', per_page: 1 })
  if (pulls.is !== 'done') return refused(pulls, repository, on)
  const words = branch.value.protected ? t('github.protected', { base }) : t('github.unprotected', { base })
  return { ok: true, what: t('github.right', { repository }) + words }
}

function refused(failure: Failure, repository: string, { t }: Grounds): Verdict {
  if (failure.is !== 'refused') {
    const why = failure.is === 'limited' ? 'rate limit' : failure.reason
    return { ok: false, what: t('github.unreached', { why }), fix: t('github.unreached.fix') }
  }
  const { status, error, name = '' } = failure
  if (error === 'secret_missing' || error === 'key_unreadable') {
    return { ok: false, what: t('github.secret', { name }), fix: t('github.secret.fix', { name }) }
  }
  if (status === 401) return { ok: false, what: t('github.token'), fix: t('github.token.fix') }
  if (status === 404) return { ok: false, what: t('github.unknown', { repository }), fix: t('github.unknown.fix') }
  return { ok: false, what: t('github.refused', { repository, why: `HTTP ${status}` }), fix: t('github.rights.fix') }
}
