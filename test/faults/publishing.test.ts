import { test } from 'vitest'
import { patient } from '../harness/patience.ts'
import { setPublishingStage } from '../stories/publishing-stage.ts'
import { meets } from './publishing.ts'

const stage = setPublishingStage('PGlite')

test('an answer of GitHub that is lost makes no second pull request', { timeout: patient(60_000) }, () =>
  meets(stage, { route: 'POST /repos/{owner}/{repo}/pulls', cut: 'after' }, 'first'),
)
