import type { Crowd } from '../workspace/roll.ts'
import type { StoredChannel } from '../workspace/types.ts'
import { emptyChannel } from '../workspace/workspace.ts'
import { isThere } from './people.ts'
import { numbered, placeIn } from './places.ts'

const made = 1_767_225_600

/** Old projects were archived together: one run of five, each a twentieth of all, so that whole pages hold nothing else. */
function isArchived(place: number, count: number): boolean {
  return Math.floor(place / Math.max(1, Math.ceil(count / 20))) % 5 === 3 || place % 23 === 9
}

function members(place: number, people: number): Set<string> {
  const places = [0, 1, 2, 3, 4].slice(0, people).map((index) => (place * 5 + index) % people)
  return new Set(places.filter(isThere).map((each) => numbered('U0P', each)))
}

/** This many public channels of a crowd of people, about a quarter of them archived; the bot is in none. */
export function crowdOfChannels(count: number, people: number): Crowd<StoredChannel> {
  return {
    count,
    at: (place) => ({
      ...emptyChannel(),
      id: numbered('C0P', place),
      name: numbered('proj-', place),
      creator: people === 0 ? 'USLACKBOT' : numbered('U0P', (place * 5) % people),
      created: made + place,
      updated: (made + place) * 1000,
      is_private: false,
      is_archived: isArchived(place, count),
      members: people === 0 ? new Set<string>() : members(place, people),
    }),
    placeOf: placeIn(count, 'C0P', 'proj-'),
  }
}
