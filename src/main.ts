import { fileURLToPath } from 'node:url'
import { type App, startApp } from './app.ts'
import { readConfig } from './config.ts'
import { createSettingsFile } from './edges/settings-file.ts'
import { sleep, systemClock } from './kit/clock.ts'
import { SetupError } from './kit/db/index.ts'
import { overrideTexts, textNames } from './kit/i18n/index.ts'
import { createLog } from './kit/log.ts'
import { redact } from './kit/redact.ts'
import { missingSecrets } from './rooms/paging/index.ts'
import { githubSecretNames, namedModels, type Problem, type Settings } from './rooms/settings/index.ts'

/** The project's folder. */
const base = fileURLToPath(new URL('..', import.meta.url))

/** In milliseconds. */
const longestEndMs = 4_800

async function main(): Promise<void> {
  const config = readConfig(process.env, base)
  const log = createLog({ level: 'info' })
  let refused: readonly Problem[] = []
  const settingsFile = createSettingsFile({
    path: config.settingsPath,
    log,
    textNames: textNames(),
    onChanged: (settings) => {
      apply(settings)
      void follow()
    },
    onRefused: (problems) => {
      refused = problems
    },
  })
  const apply = (settings: Settings) => {
    refused = []
    overrideTexts(settings.texts)
    log.level = settings.logging.level
    for (const { en } of missingSecrets(settings, config.secret)) log.error(en)
    // Without GitHub incidents are responded to all the same; what it lacks stands on the cards as well.
    for (const name of settings.github ? githubSecretNames(settings.github) : []) {
      if (!config.secret(name))
        log.error(`The environment variable ${name} is missing, which github in the settings needs`)
    }
    // Without it what people read is quoted, as with no model at all.
    for (const { role, model } of namedModels(settings.assistant.models)) {
      const { keyEnv } = model.connection
      if (keyEnv && !config.secret(keyEnv))
        log.error(`The environment variable ${keyEnv} is missing, which assistant.models.${role} in the settings needs`)
    }
  }
  let app: App | undefined
  const follow = () =>
    app
      ?.settingsChanged()
      .catch((error: unknown) => log.error({ err: error }, 'What follows from changed settings failed'))
  const atStart = settingsFile.current()
  const lacking = missingSecrets(atStart, config.secret)
  if (lacking.length > 0) {
    settingsFile.close()
    throw new SetupError(lacking.map((words) => words[atStart.language]).join('\n'))
  }
  apply(atStart)
  const stopping = new AbortController()
  const options = { config, settings: settingsFile.current, refusedSettings: () => refused, log }
  const starting = startApp({ ...options, signal: stopping.signal })

  const end = (signal: string) => {
    // Control-C reaches us twice: from the terminal, and from the process that started us.
    if (stopping.signal.aborted) return
    log.info({ signal }, 'Stopping')
    stopping.abort()
    settingsFile.close()
    // Whoever stops us waits five seconds. What is cut short is taken up by the next start, as after a crash.
    const late = sleep(systemClock, longestEndMs).then(() => log.warn('Stopping took too long and was cut short'))
    // A start that was given up has stopped what it had started.
    const stopped = starting.then((started) => started.stop()).catch(() => {})
    void Promise.race([stopped, late]).then(() => process.exit(0))
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)

  try {
    app = await starting
    // What was changed while it started may have come too late for some rooms.
    if (settingsFile.current() !== atStart) await follow()
    log.info({ url: app.url }, 'The bot is ready')
  } catch (error) {
    if (!stopping.signal.aborted) throw error
  }
}

main().catch((error: unknown) => {
  const words = error instanceof SetupError ? error.message : error instanceof Error ? error.stack : String(error)
  process.stderr.write(redact(`sssbot: ${words}\n`))
  process.exit(1)
})
