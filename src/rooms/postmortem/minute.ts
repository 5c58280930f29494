/** Which minute a moment lies in, counted since the epoch. */
export const minuteOf = (at: Date): number => Math.floor(at.getTime() / 60_000)
