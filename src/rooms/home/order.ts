/**
 * What waits for a person, in the order in which it is told of one incident; what is of no incident in which they have a part stands behind
 * all others. These names are the API's, too.
 */
export const waitOrder = ['role', 'update', 'level', 'todo', 'question', 'complete', 'postmortem'] as const
export const waitLast = ['action'] as const

export const waitKinds = [...waitOrder, ...waitLast] as const
export type WaitKind = (typeof waitKinds)[number]
