import { test } from 'vitest'
import { serverUrl } from '../harness/database.ts'
import { patient } from '../harness/patience.ts'
import { killWhileMakingIssue } from './issues-kill.ts'

test(
  'killed just after GitHub makes the issue, the bot makes it one, and knows it',
  { timeout: patient(240_000) },
  async () => killWhileMakingIssue('after', await serverUrl()),
)
