import { tokenQuery } from '../token-shapes.ts'
import { bodyOf, failures, json, keyHeader, queryOf } from './parts.ts'

const tokenId = { name: 'token', in: 'path', required: true, schema: { type: 'string' } }

/** Tokens, made and revoked by people. */
export const tokenPaths = {
  '/tokens': {
    get: {
      operationId: 'listTokens',
      summary: 'Tokens that are not revoked: a person’s own, and all of them for administrators of the bot',
      parameters: queryOf(tokenQuery),
      responses: { 200: json('All of them', 'Tokens'), ...failures(400, 401, 403) },
    },
    post: {
      operationId: 'makeToken',
      summary: 'Create a token; its secret is in this answer only',
      parameters: [keyHeader],
      requestBody: bodyOf('MakeToken'),
      responses: {
        201: json('Made', 'MadeToken'),
        200: json('It was made with this key before; its secret is not told again', 'MadeToken'),
        ...failures(400, 401, 403, 409, 413, 422),
      },
    },
  },
  '/tokens/{token}': {
    delete: {
      operationId: 'revokeToken',
      summary: 'Revoke a token, at once and for good',
      parameters: [tokenId, ...queryOf(tokenQuery)],
      responses: { 204: { description: 'Revoked' }, ...failures(400, 401, 403, 404) },
    },
  },
}
