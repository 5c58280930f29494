import { oneQuery } from '../api.ts'
import { galleryQuery } from '../gallery-routes.ts'
import { failures, json, queryOf } from './parts.ts'

/** Events are text; the data of `changed` has a shape of its own. */
const heard = {
  type: 'string',
  contentMediaType: 'application/json',
  contentSchema: { $ref: '#/components/schemas/Changed' },
}

/** What is open now, and how the bot is set up and looks. */
export const nowPaths = {
  '/gallery': {
    get: {
      operationId: 'getGallery',
      summary: 'The messages and forms of one part of the bot as they look here, in both languages',
      parameters: queryOf(galleryQuery),
      responses: { 200: json('One part of them', 'Gallery'), ...failures(400, 401, 422) },
    },
  },
  '/settings': {
    get: {
      operationId: 'getSettings',
      summary: 'The settings in force, and why the file was refused; for administrators of the bot',
      parameters: queryOf(oneQuery),
      responses: { 200: json('All of them', 'Settings'), ...failures(400, 401, 403, 422) },
    },
  },
  '/board': {
    get: {
      operationId: 'getBoard',
      summary: 'Open incidents, the worst first, with what is missing; `ETag` changes when the answer does',
      parameters: queryOf(oneQuery),
      responses: {
        200: json('The board', 'Board'),
        304: { description: 'As before' },
        ...failures(400, 401, 403, 422),
      },
    },
  },
  '/waiting': {
    get: {
      operationId: 'getWaiting',
      summary: 'What is waiting for the caller',
      parameters: queryOf(oneQuery),
      responses: { 200: json('All of it', 'Waiting'), ...failures(400, 401, 403, 422) },
    },
  },
  '/events': {
    get: {
      operationId: 'listen',
      summary: 'Hear what changes, as server-sent events',
      description:
        '`here` says with `tag` which board you are told of from now on. `changed` names the `incidents`, as far as whoever listens may know of them, says whether one of them is `mine`, and what that makes of the `board` (null where it is to be read again, and always for a token that is bounded): if yours has another `tag` than `from`, read it again. `everything` says that something may have been missed; `ended` that the right to listen is over. After a gap, read again what is on the screen: nothing is replayed.',
      parameters: queryOf(oneQuery),
      responses: {
        200: {
          description: 'Goes on until it is closed',
          content: { 'text/event-stream': { schema: heard } },
        },
        ...failures(400, 401, 403, 422),
      },
    },
  },
}
