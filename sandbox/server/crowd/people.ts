import type { Crowd } from '../workspace/roll.ts'
import type { Person } from '../workspace/types.ts'
import { numbered, placeIn } from './places.ts'

const surnames = ['佐々木', '松本', '井上', '木村', '林', '清水', '山口', '森', '阿部', '橋本', '石川', '前田'] as const
const givens = ['陽子', '翔太', '美穂', '健太', '由紀', '直樹', '彩', '拓也', '真理', '亮', '千尋'] as const
const first = ['Emma', 'Liam', 'Olivia', 'Noah', 'Ava', 'Lucas', 'Mia', 'Ethan', 'Zoe', 'Omar', 'Priya'] as const
const last = ['Smith', 'Garcia', 'Müller', 'Rossi', 'Kim', 'Novak', 'Silva', 'Dubois', 'Hansen', 'Khan'] as const
const zones = [
  'Asia/Tokyo',
  'Asia/Tokyo',
  'Asia/Tokyo',
  'Europe/London',
  'America/Los_Angeles',
  'Asia/Kolkata',
] as const

function of<T>(list: readonly T[], place: number): T {
  const one = list[place % list.length]
  if (one === undefined) throw new RangeError('An empty list has nothing to choose from')
  return one
}

function at(place: number): Person {
  const handle = numbered('person-', place)
  const isJapanese = place % 3 !== 2
  const isBot = place % 97 === 13
  return {
    id: numbered('U0P', place),
    name: handle,
    real_name: isJapanese
      ? `${of(surnames, place)} ${of(givens, Math.floor(place / 12))}`
      : `${of(first, place)} ${of(last, Math.floor(place / 11))}`,
    email: `${handle}@example.com`,
    title: isBot ? '' : `部署 ${(place % 40) + 1}`,
    is_bot: isBot,
    deleted: place % 9 === 4,
    is_restricted: !isBot && place % 31 === 7,
    locale: isJapanese ? 'ja-JP' : 'en-US',
    tz: place % 211 === 5 ? null : of(zones, place),
    ...(place % 401 === 17 ? { without_profile: true as const } : {}),
    generated: true,
    updated: 1_767_225_600 + place,
  }
}

/**
 * This many people: about one in nine is deactivated, one in thirty a guest, one in a hundred a bot; here and there one without
 * a time zone or a profile.
 */
export function crowdOfPeople(count: number): Crowd<Person> {
  return { count, at, placeOf: placeIn(count, 'U0P', 'person-') }
}

/** Whether the person at this place can be a member of anything. */
export function isThere(place: number): boolean {
  return place % 9 !== 4
}
