export {
  type ActionInput,
  type ActionItem,
  type ActionKind,
  type ActionSize,
  type ActionState,
  actionKinds,
  actionSizes,
} from './action.ts'
export { type ActionOrigin, addAction } from './add-action.ts'
export { takeUpAction } from './by-message.ts'
export { finishAction, moveAction, reviseAction, waiveAction } from './change-action.ts'
export { effects } from './effects.ts'
export { actionFromTodo } from './from-todo.ts'
export { takeUpActionJob } from './jobs.ts'
export { actionsOf } from './store.ts'
