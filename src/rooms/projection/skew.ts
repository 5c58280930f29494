/**
 * Clocks of ours and Slack's may differ by this much, in milliseconds: a machine that nobody looks after is minutes ahead, and what a lost call
 * has made would seem older than the call, and be made twice.
 */
export const mostSkewMs = 15 * 60_000
