import { join } from 'node:path'
import { expect, test } from 'vitest'
import { factShapes, shapesFile } from '../../scripts/facts/shapes.ts'
import { root } from './cruise.ts'

test('the bot knows the shape of each fact as its room declares it', async () => {
  await expect(shapesFile()).toMatchFileSnapshot(join(root, 'src/rooms/facts/shapes.generated.ts'))
  const shapes = factShapes()
  expect(shapes['incident.summary_edited']).toEqual({
    summary: { '[]': 'any', 0: 'string', 1: 'string' },
    impact: { '[]': 'any', 0: 'string?', 1: 'string?' },
  })
  expect(shapes['updates.posted']).toMatchObject({ condition: 'string', need: 'string?', nextAt: 'moment?' })
})
