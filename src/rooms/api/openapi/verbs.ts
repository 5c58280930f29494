import type { ChangingCommand } from '../../commands/index.ts'
import { actorName } from '../api.ts'
import { failures, incidentId, json, keyHeader, schemaOf } from './parts.ts'

/** The route of one verb, out of its own definition. */
export function routeOf({ does, label }: ChangingCommand): [string, object] {
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
