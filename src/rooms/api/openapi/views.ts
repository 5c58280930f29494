import { oneQuery } from '../api.ts'
import { madeViewAnswer, viewBody, viewsAnswer } from '../view-routes.ts'
import { bodyOf, failures, json, queryOf, schemaOf } from './parts.ts'

export const viewPaths = {
  '/views': {
    get: {
      operationId: 'listViews',
      summary: 'Saved views: a person’s own, and those that others share',
      parameters: queryOf(oneQuery),
      responses: { 200: json('All of them', 'Views'), ...failures(400, 401, 403, 422) },
    },
    post: {
      operationId: 'saveView',
      summary: 'Save a view, for oneself or for everybody',
      parameters: [],
      requestBody: bodyOf('SaveView'),
      responses: { 201: json('Saved', 'SavedView'), ...failures(400, 401, 403, 413, 422) },
    },
  },
  '/views/{view}': {
    delete: {
      operationId: 'removeView',
      summary: 'Remove a view: one’s own, or a shared one for managers',
      parameters: [{ name: 'view', in: 'path', required: true, schema: { type: 'string' } }, ...queryOf(oneQuery)],
      responses: { 204: { description: 'Removed' }, ...failures(400, 401, 403, 404, 422) },
    },
  },
}

export const viewSchemas = {
  Views: schemaOf(viewsAnswer),
  SaveView: schemaOf(viewBody, 'input'),
  SavedView: schemaOf(madeViewAnswer),
}
