export { effects } from './effects.ts'
export { openFormActionId } from './messages.ts'
export { originSlots, receiptSlots, showInvitation } from './show.ts'
export { registerDeclaration } from './slack.ts'
