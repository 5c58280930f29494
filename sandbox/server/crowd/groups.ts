import type { Crowd } from '../workspace/roll.ts'
import type { StoredUsergroup } from '../workspace/types.ts'
import { isThere } from './people.ts'
import { numbered, placeIn } from './places.ts'

const made = 1_767_225_600

/** Who is in the group at this place: up to sixty of the crowd, nobody in one of fifty. */
function members(place: number, people: number): string[] {
  const size = place % 50 === 49 ? 0 : (place * 7) % 60
  const places = Array.from({ length: Math.min(size, people) }, (_, index) => (place * 97 + index) % people)
  return places.filter(isThere).map((each) => numbered('U0P', each))
}

/** So many user groups of a crowd of people. */
export function crowdOfGroups(count: number, people: number): Crowd<StoredUsergroup> {
  return {
    count,
    at: (place) => ({
      id: numbered('S0P', place),
      handle: numbered('team-', place),
      name: `チーム ${place + 1}`,
      description: '',
      users: people === 0 ? [] : members(place, people),
      created_by: 'USLACKBOT',
      date_create: made,
      date_update: made,
    }),
    placeOf: placeIn(count, 'S0P', 'team-'),
  }
}
