import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { isSigned } from '../../kit/github/index.ts'
import { hungUp } from '../../kit/hung-up.ts'
import { readLeniently } from '../../kit/lenient.ts'
import type { Log } from '../../kit/log.ts'
import { parseJson } from '../../kit/well-formed.ts'

/** Something that happened on GitHub, as far as the bot takes notice: then it looks itself. */
export type GitHubDelivery = {
  /** The same when GitHub sends it again. */
  id: string
  event: string
  repository: string
  /** Of the pull request or the issue that it is about; null where it is about none. */
  number: number | null
  /** Who did it, where a person did. */
  login?: string
}

export type GitHubWebhookParts = {
  /** The secret by which deliveries are signed; undefined where no webhook is set up. */
  secret(): string | undefined
  /** Keeps it. Only then is it answered, since GitHub sends each only once by itself. */
  receive(delivery: GitHubDelivery): Promise<void>
  log: Log
}

export const GITHUB_PATH = '/github/webhook'

/** GitHub sends up to 25 MB; what is about pull requests and issues has some tens of kilobytes. In bytes. */
const longestBody = 5_000_000

const numbered = z.looseObject({ number: z.int().positive().max(2_147_483_647) })
const payload = z.looseObject({
  repository: z.looseObject({ full_name: z.string().max(200) }),
  pull_request: numbered.optional(),
  issue: numbered.optional(),
  sender: z.looseObject({ login: z.string(), type: z.string() }).optional(),
})

/** What GitHub tells by its webhook, taken only with its signature. */
export function createGitHubWebhook({ secret, receive, log }: GitHubWebhookParts): Hono {
  const app = new Hono()
  app.onError((error, c) => {
    if (hungUp(error)) log.debug('Who sent to the webhook hung up')
    else log.error({ err: error }, 'What GitHub told could not be kept')
    return c.text('Not kept', 500)
  })
  // Counted while it comes: whoever sends need not say how long it is.
  const limited = bodyLimit({ maxSize: longestBody, onError: (c) => c.text('Too long', 413) })
  app.post(
    GITHUB_PATH,
    (c, next) => (secret() ? limited(c, next) : next()),
    async (c) => {
      const key = secret()
      if (!key) return c.text('No webhook is set up here', 404)
      const body = await c.req.text()
      if (!(await isSigned(key, body, c.req.header('x-hub-signature-256'))))
        return c.text('Not signed by the secret', 401)
      const [id, event] = [c.req.header('x-github-delivery'), c.req.header('x-github-event')]
      if (!id || !event || id.length > 100 || event.length > 100) return c.text('No delivery of GitHub’s', 400)
      const told = parsed(body, c.req.header('content-type') ?? '')
      if (told === undefined) {
        log.warn({ event }, 'What GitHub told could not be read: see the content type of its webhook')
        return c.text(unreadable, 400)
      }
      const read = readLeniently(payload, told)
      // A ping, or something of an organisation: nothing for us, and nothing wrong.
      if (!read) return c.text('Nothing to do', 202)
      const { repository, pull_request, issue, sender } = read.value
      const number = pull_request?.number ?? issue?.number ?? null
      const login = sender?.type === 'User' ? { login: sender.login } : {}
      await receive({ id, event, repository: repository.full_name, number, ...login })
      return c.text('Received', 202)
    },
  )
  return app
}

/** Stands beside the delivery on GitHub's page, where whoever set up the webhook sees it. */
const unreadable =
  'This is no JSON, and no form with it: in the settings of the webhook, choose the content type application/json.\n' +
  'JSON として読めません。Webhook の設定で Content type を application/json にしてください。'

/**
 * GitHub sends forms where nobody chooses JSON: the same JSON, as the field `payload`. Undefined for anything else.
 * https://docs.github.com/webhooks/using-webhooks/creating-webhooks
 */
function parsed(body: string, type: string): unknown {
  const isForm = type.toLowerCase().startsWith('application/x-www-form-urlencoded')
  const json = isForm ? new URLSearchParams(body).get('payload') : body
  try {
    return json === null ? undefined : parseJson(json)
  } catch {
    return undefined
  }
}
