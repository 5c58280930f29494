import { test } from 'vitest'
import { patient } from '../harness/patience.ts'
import { killWhileMakingIssue } from './issues-kill.ts'

test(
  'killed just before GitHub makes the issue, the bot makes it one, and knows it',
  { timeout: patient(240_000) },
  () => killWhileMakingIssue('before'),
)
