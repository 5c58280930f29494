import { test } from 'vitest'
import { patient } from '../harness/patience.ts'
import { comeBackAfterOutage } from './overdue.ts'

test(
  'after an outage of ours each of 300 incidents has one checkpoint, and a declaration does not wait for them',
  {
    timeout: patient(300_000),
  },
  () => comeBackAfterOutage(300),
)
