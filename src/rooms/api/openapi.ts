import { type ChangingCommand, changingCommands } from '../commands/index.ts'
import { boardAnswer, waitingAnswer } from '../now/index.ts'
import { alikeAnswer } from './alike-shapes.ts'
import { actorName, declareBody, errorAnswer, incidentAnswer, listAnswer, oneQuery } from './api.ts'
import {
  catchUpAnswer,
  catchUpQuery,
  draftsAnswer,
  draftsQuery,
  lookBody,
  summaryAnswer,
  summaryQuery,
} from './assistant-shapes.ts'
import { detailAnswer, postmortemAnswer } from './detail-shapes.ts'
import { catalogAnswer, exportQuery } from './export-shapes.ts'
import { galleryAnswer, galleryQuery } from './gallery-routes.ts'
import { ledgerAnswer, ledgerQuery } from './ledger-shapes.ts'
import { listQuery } from './list-query.ts'
import { commandPaths, commandSchemas } from './openapi-commands.ts'
import { bodyOf, entryId, failures, incidentId, json, keyHeader, queryOf, schemaOf } from './openapi-parts.ts'
import { viewPaths, viewSchemas } from './openapi-views.ts'
import { searchAnswer, searchQuery } from './search-shapes.ts'
import { meAnswer, sessionsAnswer } from './session-shapes.ts'
import { settingsAnswer } from './settings-routes.ts'
import { editBody, entryAnswer, noteBody, timelineAnswer, timelineQuery } from './timeline-shapes.ts'
import { tokenBody } from './token-routes.ts'
import { madeAnswer, tokenQuery, tokensAnswer } from './token-shapes.ts'

/** The route of one verb, out of its own definition. */
function routeOf({ does, label }: ChangingCommand): [string, object] {
  const { properties = {}, required = [], ...rest } = schemaOf(does.input, 'input')
  const schema = {
    ...rest,
    properties: { actor: schemaOf(actorName, 'input'), ...properties },
    required,
  }
  return [
    `/incidents/{id}/${does.name}`,
    {
      post: {
        operationId: does.name,
        summary: label('en'),
        parameters: [incidentId, keyHeader],
        requestBody: { required: true, content: { 'application/json': { schema } } },
        responses: {
          200: json('The incident as it is now', 'Incident'),
          ...failures(400, 401, 403, 404, 409, 413, 422),
        },
      },
    },
  ]
}

const tokenId = { name: 'token', in: 'path', required: true, schema: { type: 'string' } }

const tokenPaths = {
  '/tokens': {
    get: {
      operationId: 'listTokens',
      summary: 'The tokens that nobody has revoked: a person’s own, and all of them for who administers the bot',
      parameters: queryOf(tokenQuery),
      responses: { 200: json('All of them', 'Tokens'), ...failures(400, 401, 403) },
    },
    post: {
      operationId: 'makeToken',
      summary: 'Make a token, whose secret is answered this once',
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

const ledgerPaths = {
  '/incidents/{id}/alike': {
    get: {
      operationId: 'listAlike',
      summary: 'Earlier incidents that read like this one, where a model for embeddings is configured',
      parameters: [incidentId, ...queryOf(oneQuery)],
      responses: { 200: json('The most alike first', 'Alike'), ...failures(400, 401, 404, 422) },
    },
  },
  '/assistant/ledger': {
    get: {
      operationId: 'listLedger',
      summary: 'What was sent to language models, each attempt, for who administers the bot and the security office',
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

const nowPaths = {
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
      summary: 'The settings as they are in force, and why the file was refused, for who administers the bot',
      parameters: queryOf(oneQuery),
      responses: { 200: json('All of them', 'Settings'), ...failures(400, 401, 403, 422) },
    },
  },
  '/board': {
    get: {
      operationId: 'getBoard',
      summary: 'What is open now, the worst first, with what is missing; `ETag` says whether it is another one',
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
      summary: 'What waits for whoever asks',
      parameters: queryOf(oneQuery),
      responses: { 200: json('All of it', 'Waiting'), ...failures(400, 401, 403, 422) },
    },
  },
  '/events': {
    get: {
      operationId: 'listen',
      summary: 'Hear what changes, as server-sent events that carry ids alone',
      description:
        '`changed` names the incidents, as far as whoever listens may know of them; `everything` says that something may have been missed; `ended` that the right to listen is over. After a gap, read again what is on the screen: nothing is replayed.',
      parameters: queryOf(oneQuery),
      responses: {
        200: {
          description: 'Goes on until it is closed',
          content: { 'text/event-stream': { schema: { type: 'string' } } },
        },
        ...failures(400, 401, 403, 422),
      },
    },
  },
}

const sessionPaths = {
  '/me': {
    get: {
      operationId: 'getMe',
      summary: 'Who asks, and what they may do',
      parameters: queryOf(oneQuery),
      responses: { 200: json('Who asks', 'Me'), ...failures(400, 401, 403, 422) },
    },
  },
  '/sessions': {
    get: {
      operationId: 'listSessions',
      summary: 'The browsers that are signed in: a person’s own, and everybody’s for who administers the bot',
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

/** What the API takes and answers, as OpenAPI 3.1. */
export const openapi = () => ({
  openapi: '3.1.0',
  info: {
    title: 'sssbot',
    version: '1',
    description:
      'Declares incidents, looks at them, does with them what people do in Slack, and makes tokens for all of that.',
  },
  servers: [{ url: '/api/v1' }],
  security: [{ token: [] }, { session: [] }],
  paths: {
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
    '/incidents/{id}': {
      get: {
        operationId: 'getIncident',
        summary: 'One incident',
        parameters: [incidentId, ...queryOf(oneQuery)],
        responses: { 200: json('The incident', 'Incident'), ...failures(400, 401, 404, 422) },
      },
    },
    '/incidents/{id}/detail': {
      get: {
        operationId: 'getDetail',
        summary: 'One incident with its roles, levels, updates, TODOs and action items',
        parameters: [incidentId, ...queryOf(oneQuery)],
        responses: { 200: json('All of it', 'Detail'), ...failures(400, 401, 404, 422) },
      },
    },
    '/incidents/{id}/postmortem': {
      get: {
        operationId: 'getPostmortem',
        summary: 'The postmortem as the record has it now; as Markdown alone where `accept` asks for that',
        parameters: [incidentId, ...queryOf(oneQuery)],
        responses: { 200: json('The document', 'Postmortem'), ...failures(400, 401, 404, 422) },
      },
    },
    '/incidents/{id}/timeline': {
      get: {
        operationId: 'getTimeline',
        summary: 'What happened, in its order',
        parameters: [incidentId, ...queryOf(timelineQuery)],
        responses: { 200: json('The timeline', 'Timeline'), ...failures(400, 401, 404, 422) },
      },
      post: {
        operationId: 'addToTimeline',
        summary: 'Write an entry by hand',
        parameters: [incidentId, keyHeader],
        requestBody: bodyOf('TimelineNote'),
        responses: { 201: json('Written', 'TimelineEntry'), ...failures(400, 401, 403, 404, 409, 413, 422) },
      },
    },
    '/incidents/{id}/timeline/{entry}': {
      patch: {
        operationId: 'editTimelineEntry',
        summary: 'Put an entry right; what it said at first stays',
        parameters: [incidentId, entryId, keyHeader],
        requestBody: bodyOf('TimelineEdit'),
        responses: {
          200: json('The entry as it reads now', 'TimelineEntry'),
          ...failures(400, 401, 403, 404, 409, 413, 422),
        },
      },
    },
    '/incidents/{id}/summary': {
      get: {
        operationId: 'getSummary',
        summary: 'The summary as of now, in one of three lengths or in all; each sentence with what it rests on',
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
        summary: 'How it stands, in three sentences, and what has happened since the person last looked',
        parameters: [incidentId, ...queryOf(catchUpQuery)],
        responses: { 200: json('What to know', 'CatchUp'), ...failures(400, 401, 404, 422) },
      },
      post: {
        operationId: 'noteCatchUp',
        summary: 'Note that the person has been shown how it stands by now',
        parameters: [incidentId],
        requestBody: bodyOf('CatchUpLook'),
        responses: { 204: { description: 'Noted' }, ...failures(400, 401, 404, 413, 422) },
      },
    },
    ...Object.fromEntries(changingCommands.map(routeOf)),
    ...commandPaths,
    ...tokenPaths,
    ...ledgerPaths,
    ...sessionPaths,
    ...viewPaths,
    ...nowPaths,
    '/openapi.json': {
      get: {
        operationId: 'getDescription',
        summary: 'This description',
        responses: {
          200: { description: 'OpenAPI 3.1', content: { 'application/json': { schema: { type: 'object' } } } },
          ...failures(401),
        },
      },
    },
  },
  components: {
    securitySchemes: {
      token: { type: 'http', scheme: 'bearer' },
      session: {
        type: 'apiKey',
        in: 'cookie',
        name: 'sssbot',
        description:
          'A browser that is signed in; `__Host-sssbot` where the address is https. What changes something must come from a page of the dashboard',
      },
    },
    schemas: {
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
      Waiting: schemaOf(waitingAnswer),
      Me: schemaOf(meAnswer),
      Sessions: schemaOf(sessionsAnswer),
      Gallery: schemaOf(galleryAnswer),
      Settings: schemaOf(settingsAnswer),
      Problem: schemaOf(errorAnswer),
    },
  },
})
