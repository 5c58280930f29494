import type { Reader } from '../../kit/db/index.ts'
import { knowersOf } from '../access/index.ts'
import type { Incident } from '../incident/index.ts'
import { audience, type Settings } from '../settings/index.ts'
import { isOwnWhy, resolve } from './assembly.ts'
import { pictureFor } from './picture.ts'

/**
 * Who takes part in a public incident and may not know of it once it is private, in the order in which they came: those who are in it
 * by a rule for public ones or by themselves alone. `isByKept`: who makes it private would be among them, and stays, since they know what
 * they hide. Where nobody would be left, nobody loses anything: somebody has to be able to end it.
 */
export async function losingPeople(
  reader: Reader,
  settings: Settings,
  incident: Incident,
  by: string | undefined,
): Promise<{ losing: string[]; isByKept: boolean }> {
  const knowers = await knowersOf(reader, incident.id)
  const { level, urgency } = incident
  const wanted = audience(
    { ...incident, visibility: 'private', level: level ?? undefined, urgency: urgency ?? undefined },
    settings,
  )
  const picture = await pictureFor(reader, wanted, incident.declaredBy, [])
  const ruled = new Set(resolve(wanted, picture).people.flatMap(({ userId, skipped }) => (skipped ? [] : [userId])))
  const weak = knowers.filter(({ userId, whys }) => !ruled.has(userId) && !whys.some(isOwnWhy))
  const losing = weak.filter(({ userId }) => userId !== by).map(({ userId }) => userId)
  return { losing: losing.length === knowers.length ? [] : losing, isByKept: weak.length > losing.length }
}
