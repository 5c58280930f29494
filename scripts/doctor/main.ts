/**
 * Looks whether everything that the bot needs is right, and says the one thing to do for each that is not. Ends with 0 or 1.
 * Usage: npm run doctor -- [--json] [--try] [--lang ja|en]
 */
import { fileURLToPath } from 'node:url'
import { type Config, readConfig } from '../../src/config.ts'
import type { Line } from '../../src/doctor/lines.ts'
import { examination } from '../../src/doctor/lines.ts'
import { standAlone } from '../../src/doctor/stand-alone.ts'
import { createAsk } from '../../src/edges/worker/ask.ts'
import { createPost } from '../../src/edges/worker/post.ts'
import { systemClock } from '../../src/kit/clock.ts'
import { SetupError } from '../../src/kit/db/index.ts'
import { textNames } from '../../src/kit/i18n/index.ts'
import { createProbe } from '../../src/kit/slack/index.ts'
import { askTheBot } from './ask.ts'
import { checkBlocks } from './blocks.ts'
import { Mistyped, type Options, readOptions } from './options.ts'
import { tell } from './tell.ts'
import { texts } from './texts.ts'

/** The project's folder. */
const base = fileURLToPath(new URL('../..', import.meta.url))

/** How long Slack may take to check a form, in milliseconds. */
const timeoutMs = 10_000

async function* linesOf(options: Options, signal: AbortSignal): AsyncGenerator<Line> {
  const { locale, tries, json } = options
  const config = configOf()
  if (typeof config === 'string') {
    yield { check: { id: 'environment.config', ok: false, what: config, fix: texts.in(locale)('config.fix') } }
    return
  }
  const waits = tries && !json && process.stdin.isTTY === true
  const order = { locale, tries, waits }
  const asked = await askTheBot(config, order, signal)
  // Every room, for the names of all texts: the settings may replace any.
  await import('../../src/app.ts')
  const post = createPost(systemClock)
  const ask = createAsk(systemClock)
  yield* asked ?? examination(standAlone({ ...order, config, textNames: textNames(), post, ask, signal }))
  if (signal.aborted) return
  const { samples } = await import('../../test/gallery/samples.ts')
  const { botToken: token, apiUrl } = config.slack
  const probe = createProbe({ token, apiUrl, timeoutMs, clock: systemClock })
  for (const check of await checkBlocks(probe, samples, locale)) yield { check }
}

/** The environment, or in one line what is wrong with it. */
function configOf(): Config | string {
  try {
    return readConfig(process.env, base)
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    return error.message
  }
}

try {
  const options = readOptions(process.argv.slice(2), process.env)
  // Cut short, it still archives what it has made.
  const stopping = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stopping.abort())
  const elapsedMs = () => performance.now()
  const found = await tell(linesOf(options, stopping.signal), options, {
    out: process.stdout,
    err: process.stderr,
    elapsedMs,
  })
  process.exitCode = found.every(({ ok }) => ok) && !stopping.signal.aborted ? 0 : 1
} catch (error) {
  if (!(error instanceof Mistyped)) throw error
  process.stderr.write(`sssbot: ${error.message}\n`)
  process.exitCode = 1
}
