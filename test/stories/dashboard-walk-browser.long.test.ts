import { test } from 'vitest'
import { setViewers } from './dashboard-viewers.ts'
import { everybody, manners, rights, settle, walks } from './dashboard-walk.ts'
import { setStage } from './stage.ts'

const stage = setStage('PostgreSQL', rights, () => new Date())
const viewers = setViewers()

test.each(manners)(
  'everybody walks through every page in $language on a $size, by the keyboard too',
  async (manner) => {
    const paths = await settle(stage)
    const seen = new Set<string>()
    for (const walker of everybody)
      await walks({ walker, manner, stage, viewers, paths }, () => ({ axe: true, tabs: 200 }), seen)
  },
  900_000,
)
