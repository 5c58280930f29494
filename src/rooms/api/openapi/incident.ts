import { oneQuery } from '../api.ts'
import { timelineQuery } from '../timeline-shapes.ts'
import { bodyOf, entryId, failures, incidentId, json, keyHeader, queryOf } from './parts.ts'

/** One incident, its document and its timeline. */
export const incidentPaths = {
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
      summary: 'The postmortem as it stands now; as Markdown where `Accept` asks for that',
      parameters: [incidentId, ...queryOf(oneQuery)],
      responses: { 200: json('The document', 'Postmortem'), ...failures(400, 401, 404, 422) },
    },
  },
  '/incidents/{id}/timeline': {
    get: {
      operationId: 'getTimeline',
      summary: 'What happened, in order',
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
      summary: 'Correct an entry; its original text is kept',
      parameters: [incidentId, entryId, keyHeader],
      requestBody: bodyOf('TimelineEdit'),
      responses: {
        200: json('The entry as it reads now', 'TimelineEntry'),
        ...failures(400, 401, 403, 404, 409, 413, 422),
      },
    },
  },
}
