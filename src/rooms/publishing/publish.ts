import { later } from '../../kit/clock.ts'
import type { Git } from '../../kit/git/index.ts'
import { type ConnectGitHub, passesByItself, seldomAfter } from '../../kit/github/index.ts'
import { setTimer, timerDue } from '../../kit/timers/index.ts'
import { incidentSubject } from '../channel/index.ts'
import type { NewFact, World } from '../facts/index.ts'
import type { Incident } from '../incident/index.ts'
import { draftOf } from '../postmortem/index.ts'
import { begin, placeOf } from './begin.ts'
import { publishTimer } from './effects.ts'
import { storeInFolder, withdrawFromFolder } from './folder.ts'
import { nextEdition } from './github/next-edition.ts'
import { publishToGitHub } from './github/publish-to-github.ts'
import { withdrawFromGitHub } from './github/withdraw.ts'
import { Halt, TakenOver } from './halt.ts'
import { moveOn } from './move.ts'
import { isLasting, isUnderWay, type Publication, pauseAfter, triesInSilence } from './publication.ts'
import type { Run } from './run.ts'
import { letGo, stuckLike } from './store.ts'

/** What leads out of the house. */
export type Means = {
  github: ConnectGitHub
  /** The git repository in a folder of this machine. */
  git(folder: string): Git
}

/** With a webhook GitHub tells by itself, and is asked only in case that something was lost: so many times as seldom. */
const seldom = 6

/**
 * Brings the document of one incident where it belongs, as it is now, and looks what became of it there. Everything is looked
 * for before it is made, so that it may be interrupted anywhere and done again.
 */
export async function publish(world: World, means: Means, incidentId: string): Promise<void> {
  const begun = await begin(world, incidentId)
  if (!begun) return
  const { run, incident } = begun
  let hasMoved = false
  try {
    hasMoved = await publishOnce(run, means, incident)
    await settled(run)
  } catch (error) {
    if (error instanceof TakenOver) return
    if (!(error instanceof Halt)) throw error
    world.log.warn({ incident: incidentId, error: error.error }, 'A postmortem could not be published')
    await halted(run, error).catch(unlessTakenOver)
  } finally {
    await world.db.transaction((tx) => letGo(tx, incidentId, run.holder))
  }
  if (hasMoved) await publish(world, means, incidentId)
}

/** Answers true when it has a new place, to which nothing has been brought yet. */
async function publishOnce(run: Run, { github, git }: Means, incident: Incident): Promise<boolean> {
  const { world, publication } = run
  const settings = world.settings()
  const draft = await draftOf(world, incident.id)
  if (!draft) return false
  const isRevealed = incident.visibility === 'private' && !publication.secret
  // What was taken back and may be seen again goes out again, beside what the history keeps.
  if (publication.state === 'withdrawn' && !isRevealed) return moveOn(run, incident, draft)
  if (publication.kind === 'folder') {
    const folder = git(publication.place)
    if (isRevealed) await withdrawFromFolder(run, folder)
    else await storeInFolder(run, folder, draft)
    return isRevealed && moveOn(run, incident, draft)
  }
  if (!settings.github) throw new Halt('github_unset')
  const port = github(settings.github.connection)
  if (isRevealed) {
    await withdrawFromGitHub(run, port)
    return moveOn(run, incident, draft)
  }
  if (publication.state === 'merged') return nextEdition(run, port, incident, draft)
  const place = placeOf(incident, settings)
  const ours = place?.kind === 'github' && place.repository === publication.place ? place : undefined
  await publishToGitHub(run, port, { incident, draft, place: ours })
  return false
}

/** So long after the first others follow, in milliseconds. */
const soonMs = 1_000

const wasTold = ({ error, attempts }: Pick<Publication, 'error' | 'attempts'>): boolean =>
  error !== null && (!passesByItself(error) || attempts >= triesInSilence)

/** All is as it should be. What may still become of it is looked at in time, or sooner when something changes. */
async function settled(run: Run): Promise<void> {
  const { world, incidentId } = run
  const subject = incidentSubject(incidentId)
  const { error } = run.publication
  const wasLasting = isLasting(run.publication)
  await run.tell(async (tx, now) => {
    // What has been put right for one is right for the others.
    for (const other of wasLasting ? await stuckLike(tx, run.publication) : []) {
      await setTimer(tx, { subject: incidentSubject(other), kind: publishTimer, dueAt: later(now, soonMs) })
    }
    const { publishing, github } = world.settings()
    if (isUnderWay(run.publication)) {
      const dueAt = later(now, publishing.poll * (github?.webhookSecretEnv ? seldom : 1))
      const due = await timerDue(tx, subject, publishTimer)
      if (!due || due > dueAt) await setTimer(tx, { subject, kind: publishTimer, dueAt })
    }
    const facts: NewFact[] =
      error !== null && wasTold(run.publication) ? [{ subject, type: 'publishing.repaired', data: { error } }] : []
    return { change: { error: null, detail: null, attempts: 0, seenAt: now }, facts }
  })
}

/** A passing trouble is retried by the bot. A lasting one is shown to people, who retry once they have put it right. */
async function halted(run: Run, { error, detail, retryAfterMs }: Halt): Promise<void> {
  const { incidentId, publication } = run
  const subject = incidentSubject(incidentId)
  const attempts = (publication.error === error ? publication.attempts : 0) + 1
  await run.tell(async (tx, now) => {
    const pause = isLasting({ error, attempts }) ? seldomAfter(attempts) : pauseAfter(attempts)
    const dueAt = later(now, retryAfterMs ?? pause)
    await setTimer(tx, { subject, kind: publishTimer, dueAt })
    const isNews = passesByItself(error) ? attempts === triesInSilence : attempts === 1
    const facts: NewFact[] = isNews ? [{ subject, type: 'publishing.failed', data: { error, detail } }] : []
    return { change: { error, detail, attempts }, facts }
  })
}

const unlessTakenOver = (error: unknown): void => {
  if (!(error instanceof TakenOver)) throw error
}
