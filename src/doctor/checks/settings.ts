import { basename } from 'node:path'
import { formatProblems } from '../../rooms/settings/index.ts'
import type { Check } from '../check.ts'
import { secretsOf } from './environment.ts'

export const settingsFile: Check = {
  id: 'settings.file',
  async run({ config, facts, locale, t }) {
    const path = config.settingsPath
    const parsed = await facts.settings()
    if (parsed.ok) return { ok: true, what: t('file.right', { file: basename(path) }) }
    if ('unread' in parsed) {
      return { ok: false, what: t('file.unread', { path, why: parsed.unread }), fix: t('file.unread.fix', { path }) }
    }
    return parsed.problems.map((problem) => ({
      ok: false,
      about: problem.path || String(problem.line),
      what: t('file.wrong', { file: problem.file, line: problem.line }),
      fix: formatProblems([problem], locale),
    }))
  },
}

export const secrets: Check = {
  id: 'settings.secrets',
  async run({ config, facts, t }) {
    const settings = await facts.usable()
    const named = settings ? [...new Set(secretsOf(settings))] : []
    if (named.length === 0) return undefined
    const missing = named.filter((name) => !config.secret(name))
    if (missing.length === 0) return { ok: true, what: t('secrets.right', { n: named.length }) }
    return missing.map((name) => ({
      ok: false,
      about: name,
      what: t('secrets.missing', { name }),
      fix: t('secrets.missing.fix', { name }),
    }))
  },
}
