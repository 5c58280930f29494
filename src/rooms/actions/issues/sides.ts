/** What an action item and its issue both say, in one language: `due` is a day, `login` who does it on GitHub. */
export type Sides = { state: 'open' | 'done' | 'waived'; login: string | null; due: string | null }

export const sideFields = ['state', 'login', 'due'] as const
export type SideField = (typeof sideFields)[number]

/** What both sides have changed since they last agreed, each to something else. */
export type Conflict = Partial<Record<SideField, { here: string | null; there: string | null }>>

/** What becomes of each field: `push` goes to GitHub, `take` comes from there, and a conflict waits for a person. */
export type Comparison = { push: Partial<Sides>; take: Partial<Sides>; conflict: Conflict }

/**
 * Compares both sides with what they last agreed on, field by field. Whoever alone has changed something is followed; where both
 * have, nothing is overwritten.
 */
export function compare(agreed: Sides, here: Sides, there: Sides): Comparison {
  const found: Comparison = { push: {}, take: {}, conflict: {} }
  for (const field of sideFields) {
    if (here[field] === there[field]) continue
    const movedHere = here[field] !== agreed[field]
    const movedThere = there[field] !== agreed[field]
    if (movedHere && movedThere) found.conflict[field] = { here: here[field], there: there[field] }
    else Object.assign(movedHere ? found.push : found.take, { [field]: movedHere ? here[field] : there[field] })
  }
  return found
}

/** What both sides agree on once the fields of `comparison` were pushed and taken: a conflict leaves what was agreed before. */
export function agreedAfter(agreed: Sides, here: Sides, there: Sides, { take, conflict }: Comparison): Sides {
  const next: Sides = { ...here, ...take }
  for (const field of sideFields) {
    if (conflict[field]) Object.assign(next, { [field]: agreed[field] })
    else if (here[field] === there[field]) Object.assign(next, { [field]: here[field] })
  }
  return next
}
