/** The timer's name in the table of timers: stored, so never renamed. */
export const checkpointTimer = 'timekeeper.checkpoint'
