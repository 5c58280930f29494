import { LineCounter, parseDocument } from 'yaml'
import { templateProblems } from '../sections/postmortem-templates.ts'
import { type Settings, settingsSchema } from '../settings.ts'
import { plainData } from './plain-data.ts'
import { type Problem, pathText } from './problem.ts'
import { referenceFindings } from './references.ts'
import { type Finding, reservedKeys, schemaFindings } from './schema-problems.ts'
import { placeOf } from './yaml-place.ts'
import { bareName, quoteIt, yamlMessage } from './yaml-problems.ts'

export type Parsed = { ok: true; settings: Settings } | { ok: false; problems: Problem[] }

/** YAML errors after which the rest of the file still means what it says, so that it can be checked as well. */
const READABLE = new Set<string>(['DUPLICATE_KEY', 'BAD_SCALAR_START'])

/** Characters of a file: one with all texts replaced has a third of them. To read more would hold up all else for seconds. */
const longest = 500_000

const tooLong = (length: number): Problem['message'] => ({
  ja: `ファイルが大きすぎます（${length} 文字）。${longest} 文字までにしてください`,
  en: `the file is too large (${length} characters) — ${longest} at most`,
})

/** What a file beside the settings file says. Throws where it cannot be read. */
export type ReadBeside = (path: string) => string

/**
 * Reads a settings file. All problems come at once, each with its place; `fileName` is the name they bear. `textNames`
 * are the texts that can be replaced under `texts` (left out: any name passes). Files that it names are read by `beside`.
 */
export function parseSettings(
  text: string,
  fileName: string,
  textNames?: readonly string[],
  beside: ReadBeside = nothingBeside,
): Parsed {
  const source = text.replace(/^\uFEFF/, '')
  if (source.length > longest)
    return { ok: false, problems: [{ file: fileName, line: 1, column: 1, path: '', message: tooLong(source.length) }] }
  const lines = source.split('\n')
  const counter = new LineCounter()
  const document = parseDocument(source, { lineCounter: counter, prettyErrors: false, strict: true })
  const problemAt = (offset: number, path: string, message: Problem['message']): Problem => {
    const { line, col } = counter.linePos(offset)
    return { file: fileName, line: Math.max(line, 1), column: Math.max(col, 1), path, message }
  }

  // One stumble makes the lines after it look wrong as well: only the first of those errors is reported.
  const stumble = document.errors.find(({ code }) => !READABLE.has(code))
  const told = document.errors.filter((error) => error === stumble || READABLE.has(error.code))
  const problems = told.map((error) => {
    const { line } = counter.linePos(error.pos[0])
    return problemAt(error.pos[0], '', yamlMessage(error, lines[line - 1] ?? ''))
  })
  if (stumble) return { ok: false, problems }

  const report = ({ path, message, atKey }: Finding): Problem => {
    const place = problemAt(placeOf(document, path, atKey), pathText(path), message)
    const bare = document.getIn(path) === null ? bareName(lines[place.line - 1] ?? '') : undefined
    return bare === undefined ? place : { ...place, message: quoteIt(bare) }
  }
  const data = plainData(document)
  if (!data.ok) return { ok: false, problems: [...problems, problemAt(0, '', data.message)] }
  problems.push(...reservedKeys(data.value).map(report))
  const result = settingsSchema.safeParse(data.value, { reportInput: true })
  const findings = result.success
    ? referenceFindings(result.data, textNames)
    : schemaFindings(result.error.issues, settingsSchema)
  problems.push(...findings.map(report))
  if (!result.success) return { ok: false, problems }
  for (const [index, template] of result.data.postmortem.templates.entries()) {
    if (template.file === undefined) continue
    const read = readTemplate(template.file, beside)
    if (read.is === 'read') template.text = read.text
    else if (read.is === 'unread')
      problems.push(report({ path: ['postmortem', 'templates', index, 'file'], message: read.message }))
    else problems.push(...read.problems)
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, settings: ownKeysOnly(result.data) }
}

/**
 * The same values, in objects that have no keys but their own: a service that somebody calls `constructor` is none, wherever it is
 * looked up.
 */
function ownKeysOnly<T>(value: T): T {
  // The same shape comes out: only prototypes go.
  return withoutPrototypes(value) as T
}

function withoutPrototypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPrototypes)
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  const bare: Record<string, unknown> = Object.create(null)
  for (const [key, each] of Object.entries(value)) bare[key] = withoutPrototypes(each)
  return bare
}

const nothingBeside: ReadBeside = () => {
  throw new Error('there is no folder')
}

function readTemplate(
  file: string,
  beside: ReadBeside,
): { is: 'read'; text: string } | { is: 'unread'; message: Problem['message'] } | { is: 'wrong'; problems: Problem[] } {
  try {
    const text = beside(file)
    const wrong = templateProblems(text)
    if (wrong.length === 0) return { is: 'read', text }
    return { is: 'wrong', problems: wrong.map((each) => ({ file, column: 1, path: '', ...each })) }
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return {
      is: 'unread',
      message: {
        ja: `ひな形のファイルを読めません: ${file}（${why}）`,
        en: `the template ${file} cannot be read (${why})`,
      },
    }
  }
}
