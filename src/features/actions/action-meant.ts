import { clip } from '../../kit/block-kit/index.ts'
import type { Spoken } from '../../rooms/faces/index.ts'
import { oneLine } from '../../rooms/situation/index.ts'

/** The open action item of a number, or each that is open. */
export const openAction: NonNullable<Spoken['meant']> = ({ actions }, { number }) =>
  actions
    .filter(({ state, n }) => state === 'open' && (number === undefined || n === number))
    .map(({ id, n, title }) => ({ argument: id, name: clip(`${n}. ${oneLine(title ?? '—')}`, 40) }))
