/** The number that a crowd's row carries in its id, and how it is written there: `U0P000042`, `person-000042`. */
const digits = 6

export function numbered(prefix: string, place: number): string {
  return `${prefix}${String(place).padStart(digits, '0')}`
}

/** Reads the number back from an id or a name that begins with one of the prefixes. */
export function placeIn(count: number, ...prefixes: string[]): (idOrName: string) => number | undefined {
  return (idOrName) => {
    const prefix = prefixes.find((each) => idOrName.length === each.length + digits && idOrName.startsWith(each))
    if (prefix === undefined) return undefined
    const tail = idOrName.slice(prefix.length)
    if (!/^\d+$/.test(tail)) return undefined
    const place = Number(tail)
    return place < count ? place : undefined
  }
}
