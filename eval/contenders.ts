import { readFileSync } from 'node:fs'
import type { Config } from '../src/config.ts'
import { createModels } from '../src/kit/models/index.ts'
import { type ModelsSettings, parseSettings } from '../src/rooms/settings/index.ts'
import { type Contender, extractive } from './contender.ts'
import { modelContender } from './model.ts'
import { CaseProblem } from './read.ts'

/** The models that can be named: what the settings call them. */
const roles = ['fast', 'careful'] as const

/** The default, and the models of the settings that are named. Throws CaseProblem for a name that the settings do not have. */
export function contendersOf(
  names: readonly string[],
  config: () => Pick<Config, 'settingsPath' | 'secret'>,
): Contender[] {
  if (names.length === 0) return [extractive]
  const { settingsPath, secret } = config()
  const settings = modelsIn(settingsPath)
  const models = createModels({ secret })
  return [
    extractive,
    ...names.map((name) => {
      const role = roles.find((each) => each === name)
      const model = role && settings[role]
      if (!model)
        throw new CaseProblem(
          `--model ${name}: assistant.models in ${settingsPath} has no such model (fast, careful). / 設定に、その名前のモデルがありません。`,
        )
      return modelContender(`${name}: ${model.connection.model}`, model, settings, models)
    }),
  ]
}

function modelsIn(path: string): ModelsSettings {
  const parsed = parseSettings(readFileSync(path, 'utf8'), path)
  if (!parsed.ok)
    throw new CaseProblem(`${path}: cannot be read as settings: npm run doctor says why. / 設定を読めません。`)
  return parsed.settings.assistant.models
}
