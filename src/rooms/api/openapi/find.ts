import { oneQuery } from '../api.ts'
import { exportQuery } from '../export-shapes.ts'
import { listQuery } from '../list-query.ts'
import { searchQuery } from '../search-shapes.ts'
import { bodyOf, failures, json, keyHeader, queryOf } from './parts.ts'

/** Declaring, and finding incidents again. */
export const findPaths = {
  '/incidents': {
    post: {
      operationId: 'declareIncident',
      summary: 'Declare an incident',
      parameters: [keyHeader],
      requestBody: bodyOf('DeclareIncident'),
      responses: {
        201: json('Declared', 'Incident'),
        200: json('It was declared with this key before', 'Incident'),
        ...failures(400, 401, 409, 413, 422),
      },
    },
    get: {
      operationId: 'listIncidents',
      summary: 'Incidents, the newest first: those that are not over, or whatever is looked for',
      parameters: queryOf(listQuery),
      responses: { 200: json('A page of them', 'Incidents'), ...failures(400, 401, 422) },
    },
  },
  '/export': {
    get: {
      operationId: 'exportIncidents',
      summary:
        'All incidents that are looked for, as a file; cells of a table in which a formula could begin are made harmless',
      parameters: queryOf(exportQuery),
      responses: {
        200: {
          description: 'The file',
          content: { 'text/csv': { schema: { type: 'string' } }, 'application/json': { schema: { type: 'array' } } },
        },
        ...failures(400, 401, 403, 422),
      },
    },
  },
  '/search': {
    get: {
      operationId: 'search',
      summary: 'Whatever was said and written, found again, the newest first',
      parameters: queryOf(searchQuery),
      responses: { 200: json('A page of what was found', 'Found'), ...failures(400, 401, 403, 422) },
    },
  },
  '/catalog': {
    get: {
      operationId: 'getCatalog',
      summary: 'What services, levels, types and kinds are called',
      parameters: queryOf(oneQuery),
      responses: { 200: json('Their names', 'Catalog'), ...failures(400, 401, 403, 422) },
    },
  },
}
