import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { patient } from '../../../test/harness/patience.ts'
import { endWriters, killWhileItWrites } from './testing/writer.ts'

test('a process killed while it writes loses no row it has told of, three times in a row', {
  timeout: patient(120_000),
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'data-'))
  try {
    expect(await killWhileItWrites(folder, [60, 97, 134])).toBeGreaterThan(250)
  } finally {
    endWriters()
    await rm(folder, { recursive: true, force: true })
  }
})
