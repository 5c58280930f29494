/**
 * How many times longer than on a quiet machine everything may take: 1, or what `npm test -- --load` says. Every wait of the
 * harness is scaled by it, and so are the sandbox's, which else gives a slow bot up as Slack would.
 */
export const patience = Number(process.env.SSSBOT_TEST_PATIENCE ?? 1)

/** `ms` milliseconds of a quiet machine, on this one. */
export const patient = (ms: number): number => ms * patience
