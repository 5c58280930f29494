import { performance } from 'node:perf_hooks'
import type { Case } from './case.ts'
import type { Contender } from './contender.ts'
import { type Grade, grade } from './grade.ts'
import { materialOf } from './material.ts'

/** Lets one contender answer every case, and grades it. */
export async function score(contender: Contender, cases: readonly Case[]): Promise<Grade[]> {
  const grades: Grade[] = []
  for (const given of cases) {
    const material = materialOf(given)
    const begun = performance.now()
    const answer = await contender.answer(material, given.language)
    grades.push(grade(given, material, answer, performance.now() - begun))
  }
  return grades
}
