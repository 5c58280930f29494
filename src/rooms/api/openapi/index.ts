import { changingCommands } from '../../commands/index.ts'
import { assistantPaths } from './assistant.ts'
import { commandPaths } from './commands.ts'
import { findPaths } from './find.ts'
import { incidentPaths } from './incident.ts'
import { nowPaths } from './now.ts'
import { failures } from './parts.ts'
import { schemas } from './schemas.ts'
import { sessionPaths } from './sessions.ts'
import { tokenPaths } from './tokens.ts'
import { routeOf } from './verbs.ts'
import { viewPaths } from './views.ts'

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
    ...findPaths,
    ...incidentPaths,
    ...assistantPaths,
    ...Object.fromEntries(changingCommands.map(routeOf)),
    ...commandPaths,
    ...tokenPaths,
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
    schemas: schemas(),
  },
})
