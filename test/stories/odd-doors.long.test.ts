import { test, vi } from 'vitest'
import { patient } from '../harness/patience.ts'
import { setOddDoors } from './odd-doors.ts'

vi.setConfig({ testTimeout: patient(240_000) })

const { takesAnyCall, takesAnyForm } = setOddDoors('PostgreSQL', 1)

test('whatever stands in an address or a body, no door breaks', takesAnyCall)

test('whatever a form of the dashboard is sent with, no door breaks', takesAnyForm)
