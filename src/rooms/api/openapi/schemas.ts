import { boardAnswer, changedSaid, waitingAnswer } from '../../now/index.ts'
import { alikeAnswer } from '../alike-shapes.ts'
import { declareBody, errorAnswer, incidentAnswer, listAnswer } from '../api.ts'
import { catchUpAnswer, draftsAnswer, lookBody, summaryAnswer } from '../assistant-shapes.ts'
import { detailAnswer, postmortemAnswer } from '../detail-shapes.ts'
import { catalogAnswer } from '../export-shapes.ts'
import { galleryAnswer } from '../gallery-routes.ts'
import { ledgerAnswer } from '../ledger-shapes.ts'
import { searchAnswer } from '../search-shapes.ts'
import { meAnswer, sessionsAnswer } from '../session-shapes.ts'
import { settingsAnswer } from '../settings-routes.ts'
import { editBody, entryAnswer, noteBody, timelineAnswer } from '../timeline-shapes.ts'
import { tokenBody } from '../token-routes.ts'
import { madeAnswer, tokensAnswer } from '../token-shapes.ts'
import { commandSchemas } from './commands.ts'
import { schemaOf } from './parts.ts'
import { viewSchemas } from './views.ts'

/** Every shape that a path names; made when it is asked for, which costs some milliseconds. */
export const schemas = () => ({
  ...commandSchemas,
  ...viewSchemas,
  Alike: schemaOf(alikeAnswer),
  DeclareIncident: schemaOf(declareBody, 'input'),
  Incident: schemaOf(incidentAnswer),
  Incidents: schemaOf(listAnswer),
  Timeline: schemaOf(timelineAnswer),
  TimelineEntry: schemaOf(entryAnswer),
  TimelineNote: schemaOf(noteBody, 'input'),
  TimelineEdit: schemaOf(editBody, 'input'),
  Tokens: schemaOf(tokensAnswer),
  MakeToken: schemaOf(tokenBody, 'input'),
  MadeToken: schemaOf(madeAnswer),
  Detail: schemaOf(detailAnswer),
  Postmortem: schemaOf(postmortemAnswer),
  Catalog: schemaOf(catalogAnswer),
  Found: schemaOf(searchAnswer),
  Ledger: schemaOf(ledgerAnswer),
  Summary: schemaOf(summaryAnswer),
  CatchUp: schemaOf(catchUpAnswer),
  Drafts: schemaOf(draftsAnswer),
  CatchUpLook: schemaOf(lookBody, 'input'),
  Board: schemaOf(boardAnswer),
  Changed: schemaOf(changedSaid),
  Waiting: schemaOf(waitingAnswer),
  Me: schemaOf(meAnswer),
  Sessions: schemaOf(sessionsAnswer),
  Gallery: schemaOf(galleryAnswer),
  Settings: schemaOf(settingsAnswer),
  Problem: schemaOf(errorAnswer),
})
