import { z } from 'zod'
import { safeAddress, variable } from './outside.ts'

/** Where PagerDuty takes events. https://developer.pagerduty.com/docs/send-alert-event */
const PAGERDUTY = 'https://events.pagerduty.com/v2/enqueue'

const address = safeAddress('pager_url')

/** How somebody is reached who is not looking at Slack. Its secret is an environment variable, named here. */
export type Pager = { kind: 'webhook' | 'pagerduty'; url: string; secretEnv: string }

/** One pager. Which settings it needs follows from its kind. */
export const pager = z
  .strictObject({
    kind: z.enum(['webhook', 'pagerduty']).describe('A signed webhook, or PagerDuty Events API v2. 種類'),
    url: address.optional().describe('https, or http on this machine. PagerDuty: only for another region. 宛先'),
    secret_env: variable.optional().describe('webhook: the environment variable with the secret. 署名の秘密の変数名'),
    routing_key_env: variable
      .optional()
      .describe('pagerduty: the environment variable with the integration key. 連携キーの変数名'),
  })
  .superRefine(({ kind, url, secret_env, routing_key_env }, context) => {
    const lack = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
    if (kind === 'webhook' && url === undefined) lack('url', 'pager_url')
    if (kind === 'webhook' && secret_env === undefined) lack('secret_env', 'webhook_secret')
    if (kind === 'webhook' && routing_key_env !== undefined) lack('routing_key_env', 'webhook_secret')
    if (kind === 'pagerduty' && routing_key_env === undefined) lack('routing_key_env', 'routing_key')
    if (kind === 'pagerduty' && secret_env !== undefined) lack('secret_env', 'routing_key')
  })
  .transform(
    ({ kind, url, secret_env, routing_key_env }): Pager => ({
      kind,
      url: url ?? PAGERDUTY,
      secretEnv: (kind === 'webhook' ? secret_env : routing_key_env) ?? '',
    }),
  )
