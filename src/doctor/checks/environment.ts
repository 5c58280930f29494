import { knownVariables } from '../../config.ts'
import { githubSecretNames, namedModels, nearest, type Settings } from '../../rooms/settings/index.ts'
import type { Check } from '../check.ts'

/** The oldest Node that runs TypeScript as it stands, with all that we use. */
const oldestNode = 24

export const node: Check = {
  id: 'environment.node',
  async run({ machine, t }) {
    const version = machine.node
    if (Number(version.split('.')[0]) >= oldestNode) return { ok: true, what: t('node.right', { version }) }
    return { ok: false, what: t('node.old', { version }), fix: t('node.old.fix', { oldest: oldestNode }) }
  },
}

/** What the project's own tests and tools read. */
const ofTools = /^SSSBOT_(TEST|BENCH)_|^SSSBOT_(SEED|ROUNDS|METHOD|LONG)$/

/** A variable of ours that nobody reads is misspelt, and what it should say is not in force. */
export const variables: Check = {
  id: 'environment.variables',
  async run({ config, facts, t }) {
    const settings = await facts.usable()
    const known = new Set([...knownVariables, ...(settings ? secretsOf(settings) : [])])
    const odd = (config.variables ?? []).filter((name) => !known.has(name) && !ofTools.test(name))
    if (odd.length === 0) return { ok: true, what: t('variables.right') }
    return odd.map((name) => {
      const meant = nearest(name, [...known])
      const fix = meant ? t('variables.odd.fix.meant', { name, meant }) : t('variables.odd.fix', { name })
      return { ok: false, about: name, what: t('variables.odd', { name }), fix }
    })
  },
}

/** The variables that the settings name. */
export function secretsOf({ pagers, github, assistant }: Settings): string[] {
  return [
    ...Object.values(pagers).map(({ secretEnv }) => secretEnv),
    ...(github ? githubSecretNames(github) : []),
    ...namedModels(assistant.models).flatMap(({ model }) => model.connection.keyEnv ?? []),
  ]
}
