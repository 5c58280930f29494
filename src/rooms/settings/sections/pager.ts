import { z } from 'zod'
import { type Localized, label } from '../values/localized.ts'
import { safeAddress, variable } from '../values/outside.ts'

/** Where PagerDuty takes events. https://developer.pagerduty.com/docs/send-alert-event */
const PAGERDUTY = 'https://events.pagerduty.com/v2/enqueue'
/** Where PagerDuty is asked. https://developer.pagerduty.com/api-reference */
const PAGERDUTY_API = 'https://api.pagerduty.com'

const address = safeAddress('pager_url')

/** How somebody is reached who is not looking at Slack. Its secret is an environment variable, named here. */
export type Pager = {
  kind: 'webhook' | 'pagerduty'
  url: string
  secretEnv: string
  /** What people call it; its key where nothing is said. */
  name: Localized | null
  /** How its service is asked who is on call and who has answered; null where it cannot be asked. */
  reads: { url: string; keyEnv: string; policy: string | null } | null
}

/** One pager. Which settings it needs follows from its kind. */
export const pager = z
  .strictObject({
    kind: z.enum(['webhook', 'pagerduty']).describe('A signed webhook, or PagerDuty Events API v2. 種類'),
    url: address.optional().describe('https, or http on this machine. PagerDuty: only for another region. 宛先'),
    secret_env: variable.optional().describe('webhook: the environment variable with the secret. 署名の秘密の変数名'),
    routing_key_env: variable
      .optional()
      .describe('pagerduty: the environment variable with the integration key. 連携キーの変数名'),
    name: label.optional().describe('What people call it. 表示名'),
    read_key_env: variable
      .optional()
      .describe('pagerduty: the environment variable with a read-only REST API key. 読み取り用APIキーの変数名'),
    api_url: address.optional().describe('pagerduty: the REST API of another region. REST API の宛先'),
    escalation_policy: z
      .string()
      .regex(/^P[A-Z0-9]{3,20}$/)
      .optional()
      .describe('pagerduty: whose on-call people are shown, by its id. 当番を示すエスカレーションポリシーのID'),
  })
  .superRefine(({ kind, url, secret_env, routing_key_env, read_key_env, api_url, escalation_policy }, context) => {
    const lack = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
    if (kind === 'webhook' && url === undefined) lack('url', 'pager_url')
    if (kind === 'webhook' && secret_env === undefined) lack('secret_env', 'webhook_secret')
    if (kind === 'webhook' && routing_key_env !== undefined) lack('routing_key_env', 'webhook_secret')
    if (kind === 'pagerduty' && routing_key_env === undefined) lack('routing_key_env', 'routing_key')
    if (kind === 'pagerduty' && secret_env !== undefined) lack('secret_env', 'routing_key')
    if (kind === 'webhook' && read_key_env !== undefined) lack('read_key_env', 'read_key')
    if (read_key_env === undefined && api_url !== undefined) lack('api_url', 'read_key')
    if (read_key_env === undefined && escalation_policy !== undefined) lack('escalation_policy', 'read_key')
  })
  .transform(
    ({ kind, url, secret_env, routing_key_env, name, read_key_env, api_url, escalation_policy }): Pager => ({
      kind,
      url: url ?? PAGERDUTY,
      secretEnv: (kind === 'webhook' ? secret_env : routing_key_env) ?? '',
      name: name ?? null,
      reads:
        read_key_env === undefined
          ? null
          : { url: api_url ?? PAGERDUTY_API, keyEnv: read_key_env, policy: escalation_policy ?? null },
    }),
  )
