import { type Document, LineCounter, parseDocument } from 'yaml'
import { type Problem, pathText } from './problem.ts'
import { referenceFindings } from './references.ts'
import { type Finding, schemaFindings } from './schema-problems.ts'
import { type Settings, settingsSchema } from './settings.ts'
import { placeOf } from './yaml-place.ts'
import { bareName, quoteIt, yamlMessage } from './yaml-problems.ts'

export type Parsed = { ok: true; settings: Settings } | { ok: false; problems: Problem[] }

/** YAML errors after which the rest of the file still means what it says, so that it can be checked as well. */
const READABLE = new Set<string>(['DUPLICATE_KEY', 'BAD_SCALAR_START'])

/**
 * Reads a settings file. All problems come at once, each with its place; `fileName` is the name they bear. `textNames`
 * are the texts that can be replaced under `texts` (left out: any name passes).
 */
export function parseSettings(text: string, fileName: string, textNames?: readonly string[]): Parsed {
  const source = text.replace(/^\uFEFF/, '')
  const lines = source.split('\n')
  const counter = new LineCounter()
  const document = parseDocument(source, { lineCounter: counter, prettyErrors: false, strict: true })
  const problemAt = (offset: number, path: string, message: Problem['message']): Problem => {
    const { line, col } = counter.linePos(offset)
    return { file: fileName, line: Math.max(line, 1), column: Math.max(col, 1), path, message }
  }

  // One stumble makes the lines after it look wrong as well: of those errors only the first is told.
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
  const result = settingsSchema.safeParse(data.value, { reportInput: true })
  const findings = result.success
    ? referenceFindings(result.data, textNames)
    : schemaFindings(result.error.issues, settingsSchema)
  problems.push(...findings.map(report))
  if (!result.success || problems.length > 0) return { ok: false, problems }
  return { ok: true, settings: result.data }
}

type Data = { ok: true; value: unknown } | { ok: false; message: Problem['message'] }

/** The document as plain data. A part left empty (`levels:` with all its lines commented out) counts as left out. */
function plainData(document: Document): Data {
  try {
    const value: unknown = document.toJS() ?? {}
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return { ok: true, value }
    return { ok: true, value: Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null)) }
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    return {
      ok: false,
      message: { ja: `YAMLの別名 (*) を解決できません: ${said}`, en: `a YAML alias (*) fails: ${said}` },
    }
  }
}
