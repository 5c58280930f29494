import { z } from 'zod'
import type { Locale } from '../../kit/i18n/index.ts'
import { words, wordsOrNone } from '../../kit/wire.ts'
import {
  type IncidentKind,
  type IncidentType,
  incidentKinds,
  incidentTypes,
  type Visibility,
  visibilities,
} from '../settings/index.ts'

export const statuses = ['responding', 'recovered', 'completed', 'cancelled', 'merged'] as const
export type Status = (typeof statuses)[number]

/** Where an incident may go from each status. Every other move is refused, and the person is told. */
export const moves: Readonly<Record<Status, readonly Status[]>> = {
  responding: ['recovered', 'cancelled', 'merged'],
  recovered: ['responding', 'completed'],
  completed: ['responding'],
  cancelled: ['responding'],
  merged: ['responding'],
}

export const mayMove = (from: Status, to: Status): boolean => moves[from].includes(to)

export const permanences = ['provisional', 'permanent'] as const
export type Permanence = (typeof permanences)[number]

/** How it was noticed. */
export const detections = ['monitoring', 'customer', 'employee', 'vendor', 'outside', 'other'] as const
export type Detection = (typeof detections)[number]

/** The message that an incident was declared from; `threadTs` is the thread that the message stands in. */
export type Origin = { channelId: string; ts: string; threadTs: string | null }

export type Incident = {
  id: string
  status: Status
  /** The service's key in the settings. */
  service: string
  summary: string
  impact: string | null
  urgency: string | null
  level: string | null
  types: readonly IncidentType[]
  /** By which it is found again beside others, as people wrote them. */
  tags: readonly string[]
  kind: IncidentKind
  visibility: Visibility
  permanence: Permanence | null
  declaredBy: string
  occurredAt: Date | null
  detectedAt: Date | null
  detectedBy: Detection | null
  declaredAt: Date
  handlerTakenAt: Date | null
  recoveredAt: Date | null
  completedAt: Date | null
  postmortemOwner: string | null
  /** A day, `2026-11-30`. */
  postmortemDue: string | null
  declareViewId: string | null
  /** The language of the person who declared. */
  declareLocale: Locale
  invitationId: string | null
  /** The incident that it goes on in. */
  mergedInto: string | null
  /** Where it came from: the mention or the message; null when it was declared out of nowhere. */
  origin: Origin | null
}

/** While the response goes on: somebody may still have to act. */
export const isOpen = ({ status }: Pick<Incident, 'status'>): boolean =>
  status === 'responding' || status === 'recovered'

/** Slack's limit of a plain text input. */
export const longestText = 3000

/** Why something is done, where nobody must say so; as long as the forms let it be. */
export const reasonOrNone = wordsOrNone(1000)

/** What the declare form asks: two fields, and the rest can wait. */
export const declareInput = z.object({
  service: z.string(),
  summary: words(longestText),
  urgency: z.string().nullish().default(null),
  level: z.string().nullish().default(null),
  types: z.array(z.enum(incidentTypes)).default([]),
  kind: z.enum(incidentKinds).default('real'),
  visibility: z.enum(visibilities).default('public'),
  detectedAt: z.date().nullish().default(null),
  detectedBy: z.enum(detections).nullish().default(null),
})
export type DeclareInput = z.input<typeof declareInput>
