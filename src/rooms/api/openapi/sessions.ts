import { oneQuery } from '../api.ts'
import { failures, json, queryOf } from './parts.ts'

/** Who asks, and the browsers that are signed in. */
export const sessionPaths = {
  '/me': {
    get: {
      operationId: 'getMe',
      summary: 'Who the caller is, and what they may do',
      parameters: queryOf(oneQuery),
      responses: { 200: json('Who asks', 'Me'), ...failures(400, 401, 403, 422) },
    },
  },
  '/sessions': {
    get: {
      operationId: 'listSessions',
      summary: 'Signed-in browsers: a person’s own, and everybody’s for administrators of the bot',
      parameters: queryOf(oneQuery),
      responses: { 200: json('All of them', 'Sessions'), ...failures(400, 401, 403, 422) },
    },
  },
  '/sessions/{session}': {
    delete: {
      operationId: 'endSession',
      summary: 'Sign a browser out, at once',
      parameters: [{ name: 'session', in: 'path', required: true, schema: { type: 'string' } }, ...queryOf(oneQuery)],
      responses: { 204: { description: 'Signed out' }, ...failures(400, 401, 403, 404, 422) },
    },
  },
}
