function offsetMs(tz: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: tz, timeZoneName: 'longOffset' }).formatToParts(at)
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? ''
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
}

/** An ISO date-time as seconds since the epoch; without a zone it is meant in the person's. undefined when it is none. */
export function secondsOf(text: string, tz: string): number | undefined {
  if (/^\d{9,11}$/.test(text)) return Number(text)
  const zoned = /(Z|[+-]\d\d:?\d\d)$/.test(text)
  const at = Date.parse(zoned ? text : `${text.length === 10 ? `${text}T00:00` : text}Z`)
  if (Number.isNaN(at) || !/^\d{4}-\d\d-\d\d/.test(text)) return undefined
  return Math.floor((zoned ? at : at - offsetMs(tz, at)) / 1000)
}
