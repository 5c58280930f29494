export {
  type ActionItem,
  type ActionKind,
  type ActionSize,
  type ActionState,
  actionKinds,
  actionSizes,
  actionStates,
  gapsTimer,
  hasGaps,
  isIssueStuck,
  remindTimer,
} from './action.ts'
export { addAction } from './add-action.ts'
export { askAboutGaps } from './ask-about-gaps.ts'
export { boardTimer, keepBoard, tellBoard } from './board.ts'
export { followRecordOfAction, takeUpAction } from './by-message.ts'
export { finishAction, moveAction, reviseAction, waiveAction } from './change-action.ts'
export { effects } from './effects.ts'
export { actionFromTodo } from './from-todo.ts'
export { hearOfIssue } from './issues/hear.ts'
export { keepPolling, pollInTime, pollIssues, pollTimer } from './issues/poll.ts'
export { settleConflict } from './issues/settle.ts'
export type { Conflict, SideField } from './issues/sides.ts'
export { syncIssue } from './issues/sync.ts'
export { syncIncident } from './issues/sync-incident.ts'
export { followActionJob, pollIssuesJob, syncIncidentJob, syncIssueJob, takeUpActionJob } from './jobs.ts'
export { remindOfAction } from './remind.ts'
export { newestOpen, type Related, relatedActions, similarity } from './similar.ts'
export { actionsOf, openActions } from './store.ts'
