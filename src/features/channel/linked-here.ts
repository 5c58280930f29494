import { placeName } from '../../rooms/assembly/index.ts'
import type { Spoken } from '../../rooms/faces/index.ts'

/** The place where somebody writes, if a person linked the incident to it. */
export const linkedHere: NonNullable<Spoken['meant']> = ({ channels }, { channel }) =>
  channels
    .filter(({ channelId, linkedBy }) => linkedBy !== undefined && channelId === channel)
    .map((place) => ({ argument: placeName(place) }))
