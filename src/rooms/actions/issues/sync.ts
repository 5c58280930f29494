import type { Clock } from '../../../kit/clock.ts'
import type { ConnectGitHub } from '../../../kit/github/index.ts'
import { channelOf } from '../../channel/index.ts'
import type { World } from '../../facts/index.ts'
import { incidentById } from '../../incident/index.ts'
import { actionById } from '../store.ts'
import { repositoryFor } from './issue.ts'
import { makeIssue } from './make.ts'
import { keepInStep } from './step.ts'
import { linkOf } from './store.ts'
import { withdraw } from './withdraw.ts'
import type { Work } from './work.ts'

/** What keeping in step needs besides. */
export type Means = {
  connect: ConnectGitHub
  /** The machine's time, in which calls land. */
  machine: Clock
  /** Where the postmortem of an incident can be read, and whether only those with the right may. */
  postmortemOf(incidentId: string): Promise<{ url: string | null; secret: boolean } | undefined>
}

/**
 * Brings an item and its issue on GitHub into step: makes the issue where there is none, once the incident is over its worst,
 * and follows what either side has changed. Survives any crash: it looks before it makes.
 */
export async function syncIssue(
  world: World,
  { connect, machine, postmortemOf }: Means,
  { actionId, login }: { actionId: string; login?: string | undefined },
): Promise<void> {
  const { github, actions } = world.settings()
  const { read } = world.db
  const item = await actionById(read, actionId)
  const incident = item && (await incidentById(read, item.incidentId))
  if (!github || actions.issues === 'off' || !incident) return
  const { name = '', channelId = null } = (await channelOf(read, incident.id)) ?? {}
  const document = await postmortemOf(incident.id)
  const work: Work = {
    world,
    machine,
    github: connect(github.connection),
    item,
    incident,
    login,
    channel: { name, channelId },
    postmortem: document && (incident.visibility === 'private' || !document.secret) ? document.url : null,
    label: actions.issues.label,
  }
  const link = await linkOf(read, actionId)
  const repository = repositoryFor(incident, world.settings())
  if (link && link.number !== null) {
    const isTold = incident.visibility === 'public' || link.repository === repository
    return isTold ? keepInStep(work, link) : withdraw(work, link)
  }
  // Only what may have been begun is looked for when nothing is to be done any more.
  const isDue = incident.status === 'recovered' || incident.status === 'completed'
  if (!repository || !isDue || (item.state !== 'open' && !link?.intendedAt)) return
  const made = await makeIssue(work, repository)
  if (made) await keepInStep(work, made.link, made.issue)
}
