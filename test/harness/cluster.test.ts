import { expect, test } from 'vitest'

test('failed tests end with their own exit code: nothing that the harness loads ends the process before', async () => {
  const before = process.listenerCount('beforeExit')
  await import('./cluster.ts')
  expect(process.listenerCount('beforeExit')).toBe(before)
})
