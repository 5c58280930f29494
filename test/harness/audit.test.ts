import { expect, test } from 'vitest'
import { undoneOnPGlite } from './audit.ts'
import type { Line } from './ledger.ts'

const line = (database: Line['database'], story: string, ...did: string[]): Line => ({
  database,
  file: 'f',
  story,
  did,
})

test('what is done on PostgreSQL alone is named, with a story that does it', () => {
  const lines = [
    line('PostgreSQL', 'declaring', 'fact incident.declared', 'timer roles.vacancy'),
    line('PostgreSQL', 'declaring twice', 'timer roles.vacancy'),
    line('PGlite', 'declaring', 'fact incident.declared'),
  ]
  expect(undoneOnPGlite(lines)).toEqual([{ did: 'timer roles.vacancy', story: 'declaring' }])
})

test('what is done on PGlite too is not', () => {
  const did = ['verb recover', 'job projection.project']
  expect(undoneOnPGlite([line('PostgreSQL', 'a', ...did), line('PGlite', 'b', ...did, 'verb cancel')])).toEqual([])
})
