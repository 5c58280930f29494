import { later } from '../../../kit/clock.ts'
import type { Tx } from '../../../kit/db/index.ts'
import type { ConnectGitHub } from '../../../kit/github/index.ts'
import { RetryAfter } from '../../../kit/jobs/index.ts'
import { cancelTimer, holdTimer, setTimer, timerOf } from '../../../kit/timers/index.ts'
import type { KeepTimer, World } from '../../facts/index.ts'
import { pollIssuesJob, syncIssueJob } from '../jobs.ts'
import { isAnyOpen, openActions } from '../store.ts'
import { actionOfIssue, sidesOfIssue } from './issue.ts'
import { allLinks, isAnyLinked, type Link } from './store.ts'

/** The timer's name in the table of timers: stored, so never renamed. */
export const pollTimer = 'actions.poll'
const subject = 'action-issues:all'

/**
 * The one timer by which GitHub is asked stands while the settings want issues and an item is open or has one. One that is due
 * sooner than the settings ask for stays.
 */
export const keepPolling: KeepTimer = async (world, tx, now) => {
  await holdTimer(tx, subject, pollTimer)
  const {
    actions: { issues },
    github,
  } = world.settings()
  const isWanted = github && ((await isAnyOpen(tx)) || (await isAnyLinked(tx)))
  if (issues === 'off' || !isWanted) return cancelTimer(tx, subject, pollTimer)
  const dueAt = later(now, issues.poll)
  const timer = await timerOf(tx, subject, pollTimer)
  if (!timer || timer.dueAt > dueAt) await setTimer(tx, { subject, kind: pollTimer, dueAt })
}

/** The time has come to ask GitHub. Where nothing is to be asked any more the timer is gone. */
export async function pollInTime(world: World, tx: Tx, now: Date): Promise<void> {
  await keepPolling(world, tx, now)
  if (await timerOf(tx, subject, pollTimer)) await world.jobs.enqueue(tx, pollIssuesJob, {})
}

/**
 * Looks for what nobody has told us: issues that were changed, and items whose issue could not be made or followed. One list per
 * repository tells which are to be looked at.
 */
export async function pollIssues(world: World, connect: ConnectGitHub): Promise<void> {
  const { github, actions } = world.settings()
  if (!github || actions.issues === 'off') return
  const port = connect(github.connection)
  const links = new Map((await allLinks(world.db.read)).map((link) => [link.actionId, link]))
  const toSync = new Set<string>()
  const open = new Set((await openActions(world.db.read)).map(({ id }) => id))
  for (const id of open) if (!links.has(id)) toSync.add(id)
  const now = world.clock.now()
  const isTime = ({ retryAt }: Link) => retryAt === null || retryAt <= now
  for (const link of links.values()) if ((link.number === null || link.error) && isTime(link)) toSync.add(link.actionId)
  const repositories = new Set(
    [...links.values()].filter(({ number }) => number !== null).map((link) => link.repository),
  )
  for (const repository of repositories) {
    const listed = await port.all('issues.list', { repository, labels: actions.issues.label, state: 'all' })
    if (listed.is === 'limited') throw new RetryAfter(listed.retryAfterMs)
    if (listed.is !== 'done') continue
    // Deleted, moved away or without its label it is in no list: of what is still to be done that is looked at.
    const seen = new Set(listed.value.map(({ number }) => number))
    for (const link of links.values()) {
      const { number, actionId, agreed } = link
      if (link.repository !== repository || number === null || seen.has(number) || agreed?.isWithdrawn) continue
      if (open.has(actionId) && isTime(link)) toSync.add(actionId)
    }
    for (const issue of listed.value) {
      const link = links.get(actionOfIssue(issue) ?? '')
      if (link?.number === issue.number && hasMoved(link, issue)) toSync.add(link.actionId)
    }
  }
  await world.db.transaction((tx) =>
    world.jobs.enqueueMany(
      tx,
      syncIssueJob,
      [...toSync].map((actionId) => ({ actionId })),
    ),
  )
}

function hasMoved({ agreed }: Link, issue: Parameters<typeof sidesOfIssue>[0]): boolean {
  if (!agreed) return true
  if (agreed.isWithdrawn) return false
  const there = sidesOfIssue(issue, agreed)
  const login = agreed.login?.startsWith('slack:') ? null : agreed.login
  return there.state !== agreed.state || there.due !== agreed.due || there.login !== login
}
