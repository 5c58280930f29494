import { expect, test } from 'vitest'
import { patient } from '../../harness/patience.ts'
import { cases } from './matrix.ts'
import { tryCases } from './try.ts'

// `SSSBOT_METHOD=views` tries the methods of that name alone.
const wanted = process.env.SSSBOT_METHOD ?? ''
/** The other half stands in methods-conversations.long.test.ts: two files are tried at once. */
const half = cases.filter(({ method }) => !method.startsWith('conversations.') && method.includes(wanted))

test('whatever is wrong with a method for a while: who it concerns is told, and in the end all is as it would have been', {
  timeout: patient(900_000),
}, async () => {
  expect(await tryCases(half, 'PostgreSQL')).toEqual([])
})
