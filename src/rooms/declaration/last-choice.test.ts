import { expect, test } from 'vitest'
import { createLastChoices } from './last-choice.ts'

test('of two choices in one form the later is the newest, in whatever order they come', () => {
  const last = createLastChoices()
  const second = last.isNewest('V1', '1795996585.200000')
  const first = last.isNewest('V1', '1795996585.100000')
  const other = last.isNewest('V2', '1795996585.050000')
  expect([first(), second(), other()]).toEqual([false, true, true])
})

test('forms of long ago are forgotten, and theirs is drawn all the same', () => {
  const last = createLastChoices()
  const old = last.isNewest('V0', '1')
  for (let n = 1; n <= 600; n++) last.isNewest(`V${n}`, '2')
  expect(old()).toBe(true)
})
