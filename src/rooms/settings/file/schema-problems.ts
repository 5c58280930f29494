import type { z } from 'zod'
import type { Localized } from '../values/localized.ts'
import { nearest } from '../values/spelling.ts'
import type { Path } from './problem.ts'
import { problemWords, shown, write } from './problem-words.ts'
import { keysAt } from './schema-keys.ts'

/** A problem that knows its place in the data, but not yet in the text. */
export type Finding = {
  path: Path
  message: Localized
  /** Point at the key, not at its value. */
  atKey?: boolean
}

/** What zod found, in words for people. */
export function schemaFindings(issues: readonly z.core.$ZodIssue[], schema: unknown): Finding[] {
  return issues.flatMap((issue) => findingsOf(issue, [], schema))
}

function findingsOf(issue: z.core.$ZodIssue, above: Path, schema: unknown): Finding[] {
  const path = [...above, ...issue.path]
  const own = problemWords[issue.message]
  if (issue.input === undefined && issue.code === 'invalid_type' && issue.message !== 'services')
    return [{ path, message: MISSING }]
  if (own && issue.code !== 'invalid_key') return [{ path, message: own(issue.input) }]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((name) => ({
        path: [...path, name],
        message: unknownKey(name, keysAt(schema, path)),
        atKey: true,
      }))
    case 'invalid_key':
      return [{ path, message: problemWords.key?.(path.at(-1)) ?? refused(issue), atKey: true }]
    case 'invalid_union':
      return branchMeant(issue).flatMap((inner) => findingsOf(inner, path, schema))
    case 'invalid_type':
      return [{ path, message: wrongType(issue.expected, issue.input) }]
    case 'invalid_value':
      return [{ path, message: notAmong(issue.input, issue.values.map(String)) }]
    case 'too_small':
    case 'too_big':
      return [{ path, message: wrongSize(issue) }]
    default:
      return [{ path, message: refused(issue) }]
  }
}

/** Of several forms that a value may have, the one that its writer had in mind: whose outer type fits. */
function branchMeant({ errors }: z.core.$ZodIssueInvalidUnion): readonly z.core.$ZodIssue[] {
  const fits = errors.find((issues) => !issues.some((it) => it.code === 'invalid_type' && it.path.length === 0))
  return fits ?? errors[0] ?? []
}

const MISSING: Localized = { ja: '必要ですが、書かれていません', en: 'is missing' }

/** A key that the file may not have, with the one that was meant. */
export function unknownKey(name: string, known: readonly string[]): Localized {
  if (/token|secret|password/i.test(name))
    return {
      ja: '秘密はこのファイルに書きません。環境変数に移してください',
      en: 'secrets do not belong in this file — move it to an environment variable',
    }
  const meant = nearest(name, known)
  if (meant !== undefined)
    return { ja: `知らない設定です。「${meant}」のことですか？`, en: `unknown setting — did you mean "${meant}"?` }
  const all = known.join(', ')
  return { ja: `知らない設定です。ここに書けるのは: ${all}`, en: `unknown setting — here you can write: ${all}` }
}

/** A name that JavaScript keeps for itself, at any depth: what stands under it would be lost without a word. */
export function reservedKeys(value: unknown, path: Path = []): Finding[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key]
    return key === '__proto__' ? [{ path: here, message: RESERVED, atKey: true }] : reservedKeys(each, here)
  })
}

const RESERVED: Localized = {
  ja: 'この名前は使えません。別の名前にしてください',
  en: 'this name cannot be used — choose another one',
}

/** A value that is none of those allowed. */
export function notAmong(input: unknown, values: readonly string[]): Localized {
  const wrong =
    input === undefined ? MISSING : { ja: `使えない値です: ${shown(input)}`, en: `cannot be ${shown(input)}` }
  const meant = typeof input === 'string' ? nearest(input, values) : undefined
  if (meant !== undefined) return write(wrong, meant)
  return { ja: `${wrong.ja} — 使えるのは ${values.join('、')}`, en: `${wrong.en} — use one of ${values.join(', ')}` }
}

const TYPES: Readonly<Record<string, Localized>> = {
  string: { ja: '文字列', en: 'a text' },
  array: { ja: 'リスト（[…] または「- 」で始まる行）', en: 'a list ([…], or lines beginning with "- ")' },
  object: { ja: '「キー: 値」の行', en: 'lines of "key: value"' },
  record: { ja: '「キー: 値」の行', en: 'lines of "key: value"' },
}

function wrongType(expected: string, input: unknown): Localized {
  const type = TYPES[expected] ?? { ja: expected, en: expected }
  const wrong = { ja: `${type.ja}にします（今は ${shown(input)}）`, en: `must be ${type.en}, not ${shown(input)}` }
  if (input === null) return { ja: `値がありません。${type.ja}を書いてください`, en: `has no value — write ${type.en}` }
  if (expected === 'string' && typeof input !== 'object') return write(wrong, `"${String(input)}"`)
  if (expected === 'array' && typeof input === 'string') return write(wrong, `[${shown(input)}]`)
  return wrong
}

function wrongSize(issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall): Localized {
  if (issue.origin === 'number' || issue.origin === 'int' || issue.origin === 'bigint')
    return issue.code === 'too_big'
      ? { ja: `大きすぎます。${issue.maximum}までです`, en: `is too large — at most ${issue.maximum}` }
      : { ja: `小さすぎます。${issue.minimum}以上にしてください`, en: `is too small — at least ${issue.minimum}` }
  const [ja, en] = issue.origin === 'string' ? ['文字', 'characters'] : ['個', 'entries']
  return issue.code === 'too_big'
    ? { ja: `長すぎます。${issue.maximum}${ja}までです`, en: `is too long — at most ${issue.maximum} ${en}` }
    : { ja: `足りません。${issue.minimum}${ja}以上必要です`, en: `is too short — at least ${issue.minimum} ${en}` }
}

const refused = (issue: z.core.$ZodIssue): Localized => ({
  ja: `正しくありません: ${issue.message}`,
  en: issue.message,
})
