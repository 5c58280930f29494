import { trialQuestion } from '../../rooms/models/index.ts'
import { namedModels } from '../../rooms/settings/index.ts'
import type { Check, Verdict } from '../check.ts'
import type { Grounds } from '../grounds.ts'

/** A model of one's own on a slow machine may take as long, in milliseconds. */
const longestAnswerMs = 30_000

/** Each configured model: without `--try` what is known of it; with it one question of a few words, in which nothing of an incident stands. */
export const models: Check = {
  id: 'models',
  async run(on) {
    const { config, facts, t, tries } = on
    const settings = (await facts.usable())?.assistant.models
    if (!settings) return undefined
    const named = namedModels(settings)
    if (!settings.enabled) return named.length > 0 ? { ok: true, what: t('models.off') } : undefined
    return Promise.all(
      named.map(({ role, model }): Verdict | Promise<Verdict> => {
        const { provider, model: called, keyEnv } = model.connection
        // What lacks its key is a finding of `settings.secrets`.
        if (!tries || (keyEnv !== undefined && !config.secret(keyEnv)))
          return { ok: true, what: t('models.named', { role, provider, model: called }) }
        return tried(on, role, model)
      }),
    )
  },
}

async function tried(
  { models: port, signal, t }: Grounds,
  role: string,
  { connection, timeoutMs }: ReturnType<typeof namedModels>[number]['model'],
): Promise<Verdict> {
  const terms = { timeoutMs: Math.min(timeoutMs, longestAnswerMs), signal, beforeSending: async () => {} }
  const { outcome } =
    role === 'embeddings'
      ? await port.embed(connection, [trialQuestion.prompt], terms)
      : await port.ask(connection, trialQuestion, terms)
  const { provider, model } = connection
  if (outcome.is === 'answered') return { ok: true, what: t('models.right', { role, provider, model }) }
  const why = outcome.is === 'refused' ? outcome.reason : `${outcome.is}: ${outcome.reason}`
  return {
    ok: false,
    about: role,
    what: t('models.wrong', { role, provider, model, why }),
    fix: t('models.wrong.fix', { role }),
  }
}
