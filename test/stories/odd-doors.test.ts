import { test, vi } from 'vitest'
import { patient } from '../harness/patience.ts'
import { setOddDoors } from './odd-doors.ts'

vi.setConfig({ testTimeout: patient(240_000) })

// Three times as much is tried in the long run.
const { takesAnyCall, takesAnyForm } = setOddDoors('PostgreSQL', 3)

test('whatever stands in an address or a body, no door breaks', takesAnyCall)

test('whatever a form of the dashboard is sent with, no door breaks', takesAnyForm)
