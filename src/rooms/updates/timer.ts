/** The timer's name in the table of timers: stored, so never renamed. */
export const overdueTimer = 'updates.overdue'
