import { type Contender, extractive } from './contender.ts'
import { CaseProblem } from './read.ts'

/** The default, and the models that are named. Throws CaseProblem for a name that is not configured. */
export function contendersOf(models: readonly string[]): Contender[] {
  for (const name of models) {
    throw new CaseProblem(`--model ${name}: no such model is configured. / その名前のモデルは設定されていません。`)
  }
  return [extractive]
}
