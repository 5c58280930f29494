import { oneQuery } from '../api.ts'
import { changesAnswer, changesQuery, readingsAnswer, undoBody } from '../change-shapes.ts'
import {
  commandsAnswer,
  doneAnswer,
  formAnswer,
  formQuery,
  peopleAnswer,
  peopleQuery,
  sentForm,
} from '../command-shapes.ts'
import { bodyOf, failures, incidentId, json, queryOf, schemaOf } from './parts.ts'

const verb = { name: 'verb', in: 'path', required: true, schema: { type: 'string' } }

/** What can be done with an incident, as forms, for whoever draws them. */
export const commandPaths = {
  '/incidents/{id}/commands': {
    get: {
      operationId: 'listCommands',
      summary: 'What a person can do with it now, as Slack’s menu offers it',
      parameters: [incidentId, ...queryOf(oneQuery)],
      responses: { 200: json('All of it', 'Commands'), ...failures(400, 401, 403, 404, 422) },
    },
  },
  '/incidents/{id}/commands/{verb}': {
    get: {
      operationId: 'getForm',
      summary: 'The form of a command, with its current values and what will be announced where',
      parameters: [incidentId, verb, ...queryOf(formQuery)],
      responses: { 200: json('The form', 'Form'), ...failures(400, 401, 403, 404, 422) },
    },
    post: {
      operationId: 'sendForm',
      summary: 'Run a command with the values of its form, as a person',
      description:
        'Sent with the form’s `seen`, it overwrites nothing that somebody else has changed since: that is answered 409 with `changed-meanwhile`. Scripts rather call the verb itself.',
      parameters: [incidentId, verb],
      requestBody: bodyOf('SentForm'),
      responses: { 200: json('Done', 'Done'), ...failures(400, 401, 403, 404, 409, 413, 422) },
    },
  },
  '/incidents/{id}/changes': {
    get: {
      operationId: 'listChanges',
      summary: 'The change history, newest first: who, when, from what to what, why, and from where',
      parameters: [incidentId, ...queryOf(changesQuery)],
      responses: { 200: json('A page of them', 'Changes'), ...failures(400, 401, 403, 404, 422) },
    },
  },
  '/incidents/{id}/changes/{change}/undo': {
    post: {
      operationId: 'undoChange',
      summary: 'Undo a change of the summary, the type, the times or the timeline, by another change',
      parameters: [incidentId, { name: 'change', in: 'path', required: true, schema: { type: 'string' } }],
      requestBody: bodyOf('Undo'),
      responses: { 204: { description: 'Taken back' }, ...failures(400, 401, 403, 404, 409, 413, 422) },
    },
  },
  '/incidents/{id}/readings': {
    get: {
      operationId: 'listReadings',
      summary: 'Who read a private incident, once per person and hour; for its handler, who declared it, and security',
      parameters: [incidentId, ...queryOf(oneQuery)],
      responses: { 200: json('The newest 500', 'Readings'), ...failures(400, 401, 403, 404, 422) },
    },
  },
  '/people': {
    get: {
      operationId: 'findPeople',
      summary: 'People whose handle or name contains these words, twenty at most; none for guests',
      parameters: queryOf(peopleQuery),
      responses: { 200: json('Who was found', 'People'), ...failures(400, 401, 403, 422) },
    },
  },
}

export const commandSchemas = {
  Commands: schemaOf(commandsAnswer),
  Form: schemaOf(formAnswer),
  SentForm: schemaOf(sentForm, 'input'),
  Done: schemaOf(doneAnswer),
  People: schemaOf(peopleAnswer),
  Changes: schemaOf(changesAnswer),
  Readings: schemaOf(readingsAnswer),
  Undo: schemaOf(undoBody, 'input'),
}
