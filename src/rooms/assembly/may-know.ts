import type { Reader } from '../../kit/db/index.ts'
import { type Knower, mayRead, type Viewer } from '../access/index.ts'
import type { Incident } from '../incident/index.ts'

/** What the right to know is read from; `knowers` are those whom `access` found to take part. */
type Known = { incident: Pick<Incident, 'visibility'>; knowers: readonly Knower[] }

/** The right to know of an incident. A public one is everybody's; a private one belongs to who takes part in it. */
export const knows = (known: Known, userId: string): boolean =>
  known.incident.visibility === 'public' || takesPart(known, userId)

const takesPart = ({ knowers }: Known, userId: string): boolean => knowers.some((each) => each.userId === userId)

/** What lists, home pages and buttons show to somebody: what they may know of, and a guest only what they take part in. */
export const sees = (known: Known, { userId, isConfined }: Viewer): boolean =>
  isConfined ? takesPart(known, userId) : knows(known, userId)

/** The right to know, looked up, of somebody who is no guest or is let in as nobody else is. */
export const mayKnow = (reader: Reader, incidentId: string, userId: string): Promise<boolean> =>
  mayRead(reader, incidentId, { userId, isConfined: false })
