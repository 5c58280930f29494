import { expect, test, vi } from 'vitest'
import { patient } from '../harness/patience.ts'
import { setAgents } from './agents-stage.ts'
import { onDatabase } from './telling.ts'

vi.setConfig({ testTimeout: patient(240_000) })

onDatabase('PostgreSQL', () => {
  const { triesEachVerb } = setAgents('PostgreSQL')

  test.each(['recovered', 'completed', 'cancelled'] as const)(
    'an agent tries each verb on an incident that is %s: it is done in its name, or refused in words',
    async (status) => {
      expect(await triesEachVerb(status)).toBeGreaterThan(3)
    },
  )
})
