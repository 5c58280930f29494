import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Config } from '../../src/config.ts'
import type { Finding } from '../../src/doctor/check.ts'
import { readKey } from '../../src/doctor/key.ts'
import type { Line } from '../../src/doctor/lines.ts'
import type { Locale } from '../../src/kit/i18n/index.ts'
import { proofOf } from '../../src/kit/proof.ts'
import { texts } from './texts.ts'

export type Order = { locale: Locale; tries: boolean; waits: boolean }

const line: z.ZodType<Line> = z.union([
  z.object({ check: z.object({ id: z.string(), ok: z.boolean(), what: z.string(), fix: z.string().nullable() }) }),
  z.object({ progress: z.string() }),
])

/** Asks the bot that runs. Undefined where none does: whoever asks looks by themselves then. */
export async function askTheBot(
  config: Config,
  order: Order,
  signal: AbortSignal,
): Promise<AsyncGenerator<Line> | undefined> {
  const key = readKey(config.dataDir)
  const own = `http://${/^(0\.0\.0\.0|::)$/.test(config.host) ? '127.0.0.1' : config.host}:${config.port}`
  const doors = [
    ...(key ? [{ url: key.url, token: key.token }] : []),
    ...(config.apiToken ? [{ url: own, token: config.apiToken }] : []),
  ]
  for (const { url, token } of doors) {
    const answer = await knock(url, token, order, signal)
    if (answer?.status === 409) return told(texts.in(order.locale), 'asked.busy', url)
    if (answer?.ok && answer.body) return readOut(answer.body, url, order.locale)
  }
  return (await isBot(own, config)) ? told(texts.in(order.locale), 'asked.closed', own) : undefined
}

const knock = (url: string, token: string, order: Order, signal: AbortSignal): Promise<Response | undefined> =>
  fetch(`${url}/doctor`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(order),
    signal,
    // A key may be of a bot that was killed: then nobody is there.
  }).catch(() => undefined)

const health = z.looseObject({ proof: z.string() })

/** Whether the bot of this configuration answers there: only it can prove so. */
async function isBot(url: string, { slack }: Config): Promise<boolean> {
  const nonce = randomUUID()
  const answer: unknown = await fetch(`${url}/healthz?nonce=${nonce}`, { signal: AbortSignal.timeout(2_000) })
    .then((response) => response.json())
    // Nobody, or something else: in both cases no bot.
    .catch(() => undefined)
  return health.safeParse(answer).data?.proof === proofOf(slack, nonce)
}

type Said = 'asked.busy' | 'asked.closed' | 'asked.cut'

const problem = (t: ReturnType<(typeof texts)['in']>, said: Said, url: string): Finding => ({
  id: 'bot.asked',
  ok: false,
  what: t(said, { url }),
  fix: t(`${said}.fix`, { url }),
})

async function* told(t: ReturnType<(typeof texts)['in']>, said: Said, url: string): AsyncGenerator<Line> {
  yield { check: problem(t, said, url) }
}

/** The bot's answer, one line of JSON after the other. */
async function* readOut(body: ReadableStream<Uint8Array>, url: string, locale: Locale): AsyncGenerator<Line> {
  const t = texts.in(locale)
  yield { check: { id: 'bot.asked', ok: true, what: t('asked.right', { url }), fix: null } }
  let rest = ''
  try {
    for await (const part of body.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + part).split('\n')
      rest = lines.pop() ?? ''
      for (const text of lines) yield line.parse(JSON.parse(text))
    }
  } catch {
    // The bot was stopped meanwhile: what it has said stands.
    yield { check: problem(t, 'asked.cut', url) }
  }
}
