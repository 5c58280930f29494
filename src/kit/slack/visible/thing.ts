/** An object from Slack of which nothing else is known. */
export type Thing = Readonly<Record<string, unknown>>

export const thing = (value: unknown): Thing =>
  // The check before it holds that it is an object.
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Thing) : {}

/** The objects in a list; nothing where it is none. */
export const list = (value: unknown): Thing[] => (Array.isArray(value) ? value.map(thing) : [])

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
