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
      summary: 'Incidents, newest first: the open ones, or those that match the filters',
      parameters: queryOf(listQuery),
      responses: { 200: json('A page of them', 'Incidents'), ...failures(400, 401, 422) },
    },
  },
  '/export': {
    get: {
      operationId: 'exportIncidents',
      summary: 'Export the matching incidents as a file; cells that could start a formula are made harmless',
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
      summary: 'Search everything that was said and written, newest first',
      parameters: queryOf(searchQuery),
      responses: { 200: json('A page of what was found', 'Found'), ...failures(400, 401, 403, 422) },
    },
  },
  '/catalog': {
    get: {
      operationId: 'getCatalog',
      summary: 'The names of services, levels, types and kinds',
      parameters: queryOf(oneQuery),
      responses: { 200: json('Their names', 'Catalog'), ...failures(400, 401, 403, 422) },
    },
  },
}
