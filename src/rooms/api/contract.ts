import type { z } from 'zod'
import type { BoardAnswer, WaitingAnswer } from '../now/index.ts'
import type { IncidentAnswer, listAnswer } from './api.ts'
import type { CatchUpAnswer, SummaryAnswer } from './assistant-shapes.ts'
import type { ChangesAnswer, ReadingsAnswer } from './change-shapes.ts'
import type { CommandsAnswer, FormAnswer, peopleAnswer } from './command-shapes.ts'
import type { DetailAnswer, PostmortemAnswer } from './detail-shapes.ts'
import type { CatalogAnswer } from './export-shapes.ts'
import type { DrawnGallery } from './gallery-routes.ts'
import type { LedgerPageAnswer } from './ledger-shapes.ts'
import type { SearchAnswer } from './search-shapes.ts'
import type { MeAnswer, sessionsAnswer } from './session-shapes.ts'
import type { SettingsAnswer } from './settings-routes.ts'
import type { timelineAnswer } from './timeline-shapes.ts'
import type { TokensAnswer } from './token-shapes.ts'
import type { ViewsAnswer } from './view-routes.ts'

/** What the dashboard asks of the API, by path, and what it is answered: the one thing that its client knows of the bot, as types. */
export type Looks = {
  '/me': MeAnswer
  '/board': BoardAnswer
  '/waiting': WaitingAnswer
  '/catalog': CatalogAnswer
  '/sessions': z.output<typeof sessionsAnswer>
  '/tokens': TokensAnswer
  '/settings': SettingsAnswer
  '/assistant/ledger': LedgerPageAnswer
  '/views': ViewsAnswer
  '/gallery': DrawnGallery
  '/search': SearchAnswer
  '/incidents': z.output<typeof listAnswer>
  '/incidents/{id}': IncidentAnswer
  '/incidents/{id}/detail': DetailAnswer
  '/incidents/{id}/changes': ChangesAnswer
  '/incidents/{id}/readings': ReadingsAnswer
  '/incidents/{id}/commands': CommandsAnswer
  '/incidents/{id}/commands/{verb}': FormAnswer
  '/people': z.output<typeof peopleAnswer>
  '/incidents/{id}/postmortem': PostmortemAnswer
  '/incidents/{id}/summary': SummaryAnswer
  '/incidents/{id}/catch-up': CatchUpAnswer
  '/incidents/{id}/timeline': z.output<typeof timelineAnswer>
}
export type { BoardChange, BoardRow, Missing, WaitingRow } from '../now/index.ts'
export type { IncidentAnswer } from './api.ts'
export type { CatchUpAnswer, StatementAnswer, SummaryAnswer } from './assistant-shapes.ts'
export type { ChangeAnswer, ChangesAnswer, ReadingsAnswer } from './change-shapes.ts'
export type { FieldAnswer, FormAnswer } from './command-shapes.ts'
export type { DetailAnswer } from './detail-shapes.ts'
export type { CatalogAnswer } from './export-shapes.ts'
export type { DrawnSample } from './gallery-routes.ts'
export type { AcceptedAnswer, LedgerAnswer } from './ledger-shapes.ts'
export type { SearchAnswer } from './search-shapes.ts'
export type { MeAnswer, SessionAnswer } from './session-shapes.ts'

export type { EntryAnswer } from './timeline-shapes.ts'

/** Why something was not done. */
export type Problem = { status: number; code: string; detail: string; field?: string }
export type { TokenAnswer, TokensAnswer } from './token-shapes.ts'
export type { ViewsAnswer } from './view-routes.ts'
