import type { Clock } from '../../kit/clock.ts'
import type { Git } from '../../kit/git/index.ts'
import type { ConnectGitHub } from '../../kit/github/index.ts'
import type { Slack } from '../../kit/slack/index.ts'
import {
  followActionJob,
  followRecordOfAction,
  pollIssues,
  pollIssuesJob,
  syncIncident,
  syncIncidentJob,
  syncIssue,
  syncIssueJob,
  takeUpAction,
  takeUpActionJob,
} from '../../rooms/actions/index.ts'
import {
  assembleAll,
  assembleJob,
  bringAlong,
  bringAlongJob,
  findRenumbered,
  lookAgain,
  sweepMembers,
  sweepMembersJob,
} from '../../rooms/assembly/index.ts'
import { askForProse, proseJob } from '../../rooms/assistant/index.ts'
import { takeBack, takeBackJob } from '../../rooms/board/index.ts'
import { bringDraft, lateDraftJob } from '../../rooms/commands/index.ts'
import { catchUp, catchUpJob } from '../../rooms/crew/index.ts'
import {
  followInvitations,
  followInvitationsJob,
  unlinkHere,
  unlinkInvitationsJob,
} from '../../rooms/declaration/index.ts'
import {
  joinSpokenIn,
  joinSpokenInJob,
  knownLists,
  readList,
  readJob as readListJob,
  refresh,
  refreshDirectory,
} from '../../rooms/directory/index.ts'
import type { World } from '../../rooms/facts/index.ts'
import { redrawHomes, redrawHomesJob } from '../../rooms/home/index.ts'
import { type Desk, makeVector, vectorJob } from '../../rooms/models/index.ts'
import {
  type Ask,
  followPage,
  followPageJob,
  type Post,
  readOnCall,
  readOnCallJob,
  sendPage,
  sendPageJob,
  settlePages,
  settlePagesJob,
} from '../../rooms/paging/index.ts'
import { askJob, draft, draftJob, keepAsking } from '../../rooms/postmortem/index.ts'
import { type Projector, project, projectInTime } from '../../rooms/projection/index.ts'
import { publicationOf, publish, publishJob } from '../../rooms/publishing/index.ts'
import { adopt, adoptJob, readJob, readMarked, repair, repairJob } from '../../rooms/record/index.ts'
import { catchUpDeactivations } from '../../rooms/roles/index.ts'
import {
  fill,
  fillJob,
  keepSaid,
  keepWhole,
  keepWritten,
  saidJob,
  wholeJob,
  writtenJob,
} from '../../rooms/search/index.ts'
import { sendLink, sendLinkJob } from '../../rooms/sessions/index.ts'
import { watchRights } from '../../rooms/talk/index.ts'
import { catchUpSaid, catchUpTodosJob, followJob, followRecord, takeUp, takeUpJob } from '../../rooms/todos/index.ts'

export type WorkersParts = {
  world: World
  slack: Slack
  /** Gives the port to the GitHub of the settings. */
  github: ConnectGitHub
  /** Gives the git repository in a folder of this machine. */
  git(folder: string): Git
  /** What language models are asked with. */
  desk: Desk
  /** The machine's time, in which calls out of the house land. */
  machine: Clock
  projector: Projector
  /** What leads out of the house. */
  post: Post
  /** What asks a pager's service. */
  ask: Ask
  /** The secret in an environment variable that the settings name. */
  secret(name: string): string | undefined
}

/** Hands each kind of due job to the room that owns it. */
export function startWorkers({
  world,
  slack,
  github,
  git,
  desk,
  machine,
  projector,
  post,
  ask,
  secret,
}: WorkersParts): void {
  const { jobs } = world
  const postmortemOf = (incidentId: string) => publicationOf(world.db.read, incidentId)
  jobs.work(project, ({ data }) => projector.project(data.subject, { hurried: true }))
  jobs.work(projectInTime, ({ data }) => projector.project(data.subject))
  jobs.work(assembleJob, ({ data }) => assembleAll(world, slack, data))
  jobs.work(settlePagesJob, ({ data }) => settlePages(world, data.incidentId, data.cause))
  jobs.work(sendPageJob, ({ data }) => sendPage(world, { post, secret }, data.page))
  jobs.work(followPageJob, ({ data }) => followPage(world, { ask, secret }, data.page))
  jobs.work(readOnCallJob, () => readOnCall(world, { ask, secret }))
  jobs.work(sweepMembersJob, ({ data }) => sweepMembers(world, slack, data.incidentId))
  jobs.work(bringAlongJob, ({ data }) => bringAlong(world, data.from, data.into))
  jobs.work(readJob, ({ data }) => readMarked(world, slack, data))
  jobs.work(repairJob, ({ data, signal }) => repair(world, slack, data, signal))
  jobs.work(adoptJob, ({ data }) => adopt(world, slack, data.incidentId))
  jobs.work(takeUpJob, ({ data }) => takeUp(world, data))
  jobs.work(syncIssueJob, ({ data }) => syncIssue(world, { connect: github, machine, postmortemOf }, data))
  jobs.work(syncIncidentJob, ({ data }) => syncIncident(world, data.incidentId))
  jobs.work(pollIssuesJob, () => pollIssues(world, github))
  jobs.work(takeUpActionJob, ({ data }) => takeUpAction(world, data))
  jobs.work(draftJob, ({ data }) => draft(world, slack, data.incidentId))
  jobs.work(askJob, ({ data }) => keepAsking(world, data.incidentId, data.freed))
  jobs.work(publishJob, ({ data }) => publish(world, { github, git }, data.incidentId))
  jobs.work(catchUpTodosJob, ({ data }) => catchUpSaid(world, data))
  jobs.work(followJob, ({ data }) => followRecord(world, data))
  jobs.work(followActionJob, ({ data }) => followRecordOfAction(world, data))
  jobs.work(sendLinkJob, ({ data }) => sendLink(world, slack, data.id))
  jobs.work(followInvitationsJob, ({ data }) => followInvitations(world, data.incidentId))
  jobs.work(unlinkInvitationsJob, ({ data }) => unlinkHere(world, data))
  jobs.work(redrawHomesJob, ({ data }) => redrawHomes(world, slack, data.incidentId))
  jobs.work(takeBackJob, ({ data }) => takeBack(world, data.incidentId))
  jobs.work(catchUpJob, ({ data }) => catchUp(world, slack, data))
  jobs.work(joinSpokenInJob, ({ data }) => joinSpokenIn(world, slack, data))
  jobs.work(writtenJob, ({ data }) => keepWritten(world, data.incidentId))
  jobs.work(saidJob, ({ data }) => keepSaid(world, data))
  jobs.work(wholeJob, ({ data }) => keepWhole(world, data.incidentId))
  jobs.work(fillJob, ({ signal }) => fill(world, signal))
  jobs.work(proseJob, ({ data, signal }) => askForProse(world, desk, data, signal))
  jobs.work(lateDraftJob, ({ data, signal }) => bringDraft(world, { slack, desk }, data, signal))
  jobs.work(vectorJob, ({ data, signal }) => makeVector(world, desk, data.incidentId, signal))
  jobs.work(refresh, () => refreshDirectory(world))
  jobs.work(readListJob, ({ data, signal }) => readList(world, slack, data, { onPage, signal }))

  /** More of the workspace is known: who was looked for may be found, and who is gone holds no role. */
  async function onPage(list: string): Promise<void> {
    await lookAgain(world)
    if (list === 'channels') await findRenumbered(world, slack)
    const isRead = (await knownLists(world.db.read)).people.is === 'read'
    if (list === 'people' && isRead) await catchUpDeactivations(world)
    if (list !== 'channels') await watchRights(world, slack)
  }
}
