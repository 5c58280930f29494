import type { Locale } from '../../../kit/i18n/index.ts'
import type { Localized } from '../values/localized.ts'

/** One thing to put right in the settings file, for the person who edits it. */
export type Problem = {
  file: string
  /** From 1. */
  line: number
  /** From 1. */
  column: number
  /** `services.a.first_response[0]`; empty where the file as a whole is meant. */
  path: string
  /** What is wrong and what to write instead. */
  message: Localized
}

/** A step into the file: a key, or an index from 0. */
export type Path = readonly PropertyKey[]

/** `['services', 'a', 'channels', 0]` as `services.a.channels[0]`. */
export function pathText(path: Path): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${String(step)}`))
    .join('')
}

/** One line per problem, in the order of the file: `sssbot.yaml:14:7  services.a.channels[0]: …`. */
export function formatProblems(problems: readonly Problem[], locale: Locale): string {
  return problems
    .toSorted((a, b) => a.line - b.line || a.column - b.column)
    .map(({ file, line, column, path, message }) => {
      const at = `${file}:${line}:${column}  `
      return path === '' ? at + message[locale] : `${at}${path}: ${message[locale]}`
    })
    .join('\n')
}
