import { expect, test } from 'vitest'
import { npmProblem } from './install.mjs'

test('without a network there is one line that says so', () => {
  const output = 'npm error code ENOTFOUND\nnpm error request to https://registry.example/a failed\nnpm error network'
  const { message } = npmProblem(output, 1)
  expect(message).toMatch(/no network to the npm registry \(ENOTFOUND\)/)
  expect(message).not.toContain('\n')
})

test('what we know nothing better about is told in npm’s own last words, without its warnings', () => {
  const { message } = npmProblem('npm warn EBADENGINE old\nnpm error code E418\nnpm error I am a teapot\n', 1)
  expect(message).toBe('npm ended with code 1:\nnpm error code E418\nnpm error I am a teapot')
})
