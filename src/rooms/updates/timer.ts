/** The timers' names in the table of timers: stored, so never renamed. */
export const overdueTimer = 'updates.overdue'
export const dueSoonTimer = 'updates.due_soon'
