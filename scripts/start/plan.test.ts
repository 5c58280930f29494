import { describe, expect, test } from 'vitest'
import { hasRealCredentials, planFrom, StartProblem } from './plan.ts'

const namesOf = (env: Record<string, string>, watch = false) =>
  planFrom(env, '/home/株式会社', watch).parts.map(({ name }) => name)

describe('what npm start brings up', () => {
  test('without Slack credentials: the sandbox and the bot', () => {
    expect(namesOf({})).toEqual(['sandbox', 'bot'])
  })

  test('with the credentials of a workspace: the bot alone', () => {
    expect(namesOf({ SLACK_BOT_TOKEN: 'xoxb-1-real' })).toEqual(['bot'])
  })

  test('the sandbox’s own credentials, or empty ones, mean the sandbox', () => {
    expect(
      hasRealCredentials({ SLACK_BOT_TOKEN: 'xoxb-sandbox', SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: 'sandbox' }),
    ).toBe(false)
  })

  test('npm run dev also serves the pages live', () => {
    expect(namesOf({}, true)).toEqual(['sandbox', 'bot', 'web'])
  })

  test('the data folder is the project’s, or the one that SSSBOT_DATA names', () => {
    expect(planFrom({}, '/srv/sssbot', false).dataFolder).toBe('/srv/sssbot/data')
    expect(planFrom({ SSSBOT_DATA: '/var/lib/sssbot' }, '/srv/sssbot', false).dataFolder).toBe('/var/lib/sssbot')
  })
})

test.each([
  [{ PORT: 'http' }, 'PORT is "http"'],
  [{ SANDBOX_PORT: '70000' }, 'SANDBOX_PORT is "70000"'],
  [{ PORT: '6000' }, 'PORT=6000 は使えません（ブラウザーも Node も、このポートには接続しません）。'],
  [{ PORT: '6000' }, 'PORT=6000 cannot be used: browsers and Node refuse to connect to this port.'],
  [{ SANDBOX_PORT: '6667' }, 'SANDBOX_PORT=6667 は使えません'],
  [{ SLACK_SIGNING_SECRET: '8f742231b10e' }, 'SLACK_SIGNING_SECRET is set without SLACK_BOT_TOKEN'],
  [{ PORT: '4000' }, 'PORT and SANDBOX_PORT are both 4000'],
])('%o cannot work, and says why', (env, words) => {
  expect(() => planFrom(env, '/srv/sssbot', false)).toThrow(StartProblem)
  expect(() => planFrom(env, '/srv/sssbot', false)).toThrow(words)
})
