import type { TimerHandler } from '../kit/timers/index.ts'
import * as actions from '../rooms/actions/index.ts'
import * as assembly from '../rooms/assembly/index.ts'
import * as calls from '../rooms/calls/index.ts'
import * as crew from '../rooms/crew/index.ts'
import * as declaration from '../rooms/declaration/index.ts'
import type { World } from '../rooms/facts/index.ts'
import * as ladder from '../rooms/ladder/index.ts'
import * as models from '../rooms/models/index.ts'
import * as paging from '../rooms/paging/index.ts'
import * as postmortem from '../rooms/postmortem/index.ts'
import * as publishing from '../rooms/publishing/index.ts'
import * as record from '../rooms/record/index.ts'
import * as roles from '../rooms/roles/index.ts'
import * as timekeeper from '../rooms/timekeeper/index.ts'
import * as todos from '../rooms/todos/index.ts'
import * as updates from '../rooms/updates/index.ts'
import * as upkeep from '../rooms/upkeep/index.ts'

/** What happens when a timer is due, by its kind. */
export const timerHandlers = (world: World): Readonly<Record<string, TimerHandler>> => ({
  [models.forgetTimer]: (tx, _timer, now) => models.forgetInTime(world, tx, now),
  [calls.unansweredTimer]: (tx, timer, now) => calls.nameUnanswered(world, tx, timer.subject, now),
  [paging.channelOverdueTimer]: (tx, timer) => paging.pageWithoutChannel(world, tx, timer.subject),
  [paging.retryPageTimer]: paging.retryPage(world),
  [crew.catchUpTimer]: crew.catchUpInTime(world),
  [paging.followPageTimer]: paging.followInTime(world),
  [paging.onCallTimer]: (tx, _timer, now) => paging.keepOnCall(world, tx, now),
  [assembly.stillPublicTimer]: (tx, timer, now) => assembly.remindOfConverting(world, tx, timer, now),
  [timekeeper.checkpointTimer]: (tx, timer, now) => timekeeper.keepTime(world, tx, timer.subject, now),
  [record.adoptTimer]: (tx, timer) => record.adoptAgain(world, tx, timer.subject),
  [ladder.reviewTimer]: (tx, timer, now) => ladder.askAboutReview(world, tx, timer, now),
  [ladder.remindTimer]: (tx, timer, now) => ladder.remind(world, tx, timer, now),
  [record.repairTimer]: (tx, timer, now) => record.repairInTime(world, tx, timer, now),
  [upkeep.archiveTimer]: (tx, timer, now) => upkeep.archiveInTime(world, tx, timer, now),
  [upkeep.digestTimer]: (tx, timer, now) => upkeep.tellDigest(world, tx, timer, now),
  [actions.remindTimer]: (tx, timer, now) => actions.remindOfAction(world, tx, timer.subject, now),
  [actions.boardTimer]: (tx, timer, now) => actions.tellBoard(world, tx, timer, now),
  [actions.pollTimer]: (tx, _timer, now) => actions.pollInTime(world, tx, now),
  [actions.gapsTimer]: (tx, timer, now) => actions.askAboutGaps(world, tx, timer.subject, now),
  [postmortem.askTimer]: (tx, timer) => postmortem.beginAsking(world, tx, timer.subject),
  [todos.boxTimer]: (tx, timer, now) => todos.endBox(world, tx, timer.subject, now),
  [declaration.formTimer]: (tx, timer, now) => declaration.giveFormUp(world, tx, timer.subject, now),
  [publishing.publishTimer]: (tx, timer) => publishing.publishInTime(world, tx, timer.subject),
  [updates.dueSoonTimer]: (tx, timer, now) => updates.remindBeforeDue(world, tx, timer.subject, now),
  [updates.overdueTimer]: (tx, timer, now) => updates.escalate(world, tx, timer.subject, now),
  [roles.offerTimer]: (tx, timer, now) => roles.remindOfOffer(world, tx, timer.subject, now),
  [roles.vacancyTimer]: (tx, timer, now) => roles.remindOfVacancy(world, tx, timer, now),
})

/** Sets the timers that the settings ask for, and cancels those that they no longer want: at the start and after each change of the settings. */
export const keepTimers = (world: World): Promise<void> =>
  world.db.transaction(async (tx) => {
    const keepers = [
      upkeep.keepDigest,
      actions.keepBoard,
      actions.keepPolling,
      paging.keepOnCall,
      models.keepForgetting,
    ]
    for (const keep of keepers) await keep(world, tx, world.clock.now())
  })
