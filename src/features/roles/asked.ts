import type { Spoken } from '../../rooms/faces/index.ts'
import { droppedBy } from '../../rooms/roles/index.ts'

/** What somebody is asked to take on. */
export const askedOf: NonNullable<Spoken['meant']> = ({ asked }, { by }) =>
  asked.filter(({ to }) => to === by).map(({ id }) => ({ argument: id }))

/** What somebody is asked, or asks of another. */
export const askedOrAsking: NonNullable<Spoken['meant']> = ({ asked }, { by }) =>
  asked.filter((offer) => droppedBy(offer, by)).map(({ id }) => ({ argument: id }))
