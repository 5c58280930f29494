import { oneQuery } from '../api.ts'
import { catchUpQuery, draftsQuery, summaryQuery } from '../assistant-shapes.ts'
import { ledgerQuery } from '../ledger-shapes.ts'
import { bodyOf, failures, incidentId, json, queryOf } from './parts.ts'

/** What the assistant says of an incident, and the ledger of what language models were sent. */
export const assistantPaths = {
  '/incidents/{id}/summary': {
    get: {
      operationId: 'getSummary',
      summary: 'The summary as of now, in one of three lengths or in all; each sentence with its sources',
      parameters: [incidentId, ...queryOf(summaryQuery)],
      responses: { 200: json('The summary', 'Summary'), ...failures(400, 401, 404, 422) },
    },
  },
  '/incidents/{id}/drafts': {
    get: {
      operationId: 'getDrafts',
      summary:
        'What is proposed for people to edit and send: an update, the gaps of the postmortem, action items, texts for customers',
      parameters: [incidentId, ...queryOf(draftsQuery)],
      responses: { 200: json('The proposals', 'Drafts'), ...failures(400, 401, 404, 422) },
    },
  },
  '/incidents/{id}/catch-up': {
    get: {
      operationId: 'getCatchUp',
      summary: 'The state in three sentences, and what has happened since the person last looked',
      parameters: [incidentId, ...queryOf(catchUpQuery)],
      responses: { 200: json('What to know', 'CatchUp'), ...failures(400, 401, 404, 422) },
    },
    post: {
      operationId: 'noteCatchUp',
      summary: 'Record that the person has seen the current state',
      parameters: [incidentId],
      requestBody: bodyOf('CatchUpLook'),
      responses: { 204: { description: 'Noted' }, ...failures(400, 401, 404, 413, 422) },
    },
  },
  '/incidents/{id}/alike': {
    get: {
      operationId: 'listAlike',
      summary: 'Similar earlier incidents, where an embedding model is configured',
      parameters: [incidentId, ...queryOf(oneQuery)],
      responses: { 200: json('The most alike first', 'Alike'), ...failures(400, 401, 404, 422) },
    },
  },
  '/assistant/ledger': {
    get: {
      operationId: 'listLedger',
      summary:
        'What was sent to language models, attempt by attempt; for administrators of the bot and the security office',
      parameters: queryOf(ledgerQuery),
      responses: {
        200: {
          ...json('A page, newest first; or all of it as CSV', 'Ledger'),
        },
        ...failures(400, 401, 403),
      },
    },
  },
}
