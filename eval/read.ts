import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { type Case, caseSchema } from './case.ts'

/** A folder or a case that cannot be used, in words for whoever wrote it. */
export class CaseProblem extends Error {}

/** The cases in a folder (`*.yaml`, `*.yml`, `*.json`), by name. Throws CaseProblem with the file, the place in it and what is wrong. */
export function readCases(folder: string): Case[] {
  let files: string[]
  try {
    files = readdirSync(folder).filter((file) => /\.(?:ya?ml|json)$/u.test(file))
  } catch {
    throw new CaseProblem(`${folder}: no such folder. / フォルダーがありません。`)
  }
  if (files.length === 0) throw new CaseProblem(`${folder}: holds no cases (*.yaml, *.json). / 事例がありません。`)
  const cases = files.toSorted().flatMap((file) => documentsIn(join(folder, file)))
  const names = new Set<string>()
  for (const { name } of cases) {
    if (names.has(name)) throw new CaseProblem(`${folder}: two cases are named ${name}. / 同じ名前の事例があります。`)
    names.add(name)
  }
  return cases
}

function documentsIn(path: string): Case[] {
  let given: unknown
  try {
    given = parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new CaseProblem(`${path}: cannot be read: ${error instanceof Error ? error.message : error}`)
  }
  return (Array.isArray(given) ? given : [given]).map((each) => {
    const parsed = caseSchema.safeParse(each)
    if (!parsed.success) throw new CaseProblem(`${path}:\n${z.prettifyError(parsed.error)}`)
    return parsed.data
  })
}
