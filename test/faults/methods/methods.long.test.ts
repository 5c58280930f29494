import { expect, test } from 'vitest'
import { cases } from './matrix.ts'
import { tryCases } from './try.ts'

// `SSSBOT_METHOD=views` tries the methods of that name alone.
const wanted = process.env.SSSBOT_METHOD ?? ''

test('whatever is wrong with a method for a while: who it concerns is told, and in the end all is as it would have been', {
  timeout: 900_000,
}, async () => {
  expect(await tryCases(cases.filter(({ method }) => method.includes(wanted)))).toEqual([])
})
