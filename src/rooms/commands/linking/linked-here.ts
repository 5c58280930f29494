import { placeName } from '../../assembly/index.ts'
import type { Spoken } from '../spoken.ts'

/** Where somebody speaks, if it is told because a person brought it there. */
export const linkedHere: NonNullable<Spoken['meant']> = ({ channels }, { channel }) =>
  channels
    .filter(({ channelId, linkedBy }) => linkedBy !== undefined && channelId === channel)
    .map((place) => ({ argument: placeName(place) }))
