import { describe, expect, test } from 'vitest'
import { createLog } from './log.ts'
import { REDACTED } from './redact.ts'

/** Everything that a logger writes while `work` runs. */
function written(work: (log: ReturnType<typeof createLog>) => void, secrets: string[] = []): string {
  const lines: string[] = []
  work(createLog({ level: 'trace', secrets, destination: { write: (line) => void lines.push(line) } }))
  return lines.join('')
}

// Put together here, so that no scanner of this repository takes them for real ones.
const bot = ['xoxb', '1234567890', '9876543210', 'AbCdEfGhIjKl'].join('-')
const app = ['xapp', '1', 'A0123', '456', 'deadbeef'].join('-')

describe('what must never be readable in a log', () => {
  test.each([
    ['a bot token in a sentence', bot],
    ['an app-level token', app],
    ['a rotated token', ['xoxe.xoxb', '1', 'Mi0yLTEyMw'].join('-')],
    ['a response URL', 'https://hooks.slack.com/actions/T1/2/abcDEF123'],
    ['a Socket Mode ticket', 'wss://wss-primary.slack.com/link/?ticket=12ab-34cd&app_id=A1'],
    ['a bearer header', 'Authorization: Bearer abc.def.ghi'],
    ['a GitHub token', `gh${'p_'}abcdefghijklmnopqrstuvwxyz0123456789`],
    ['a database password', 'postgres://bot:hunter22@db.example:5432/bot'],
    ['a form body', 'client_id=1&client_secret=s3cr3tvalue&code=5'],
  ])('%s, as message, field, error and nested field', (_what, text) => {
    const secret = /hooks\.slack\.com(.*)|ticket=([\w-]+)|Bearer (.*)|:(hunter22)@|secret=(\w+)/.exec(text)
    const core = secret?.slice(1).find(Boolean) ?? text
    const out = written((log) => {
      log.info(text)
      log.info({ text }, 'a field')
      log.error({ err: new Error(text) }, 'an error')
      log.info({ a: { b: [{ c: JSON.stringify({ deep: text }) }] } }, 'nested')
      log.child({ text }).info('a child')
    })
    expect(out).not.toContain(core)
    expect(out.split('\n').filter(Boolean)).toHaveLength(5)
    for (const line of out.split('\n').filter(Boolean)) {
      expect(line).toContain(REDACTED)
      expect(() => JSON.parse(line)).not.toThrow()
    }
  })

  test.each([
    'signingSecret',
    'signing_secret',
    'SLACK_SIGNING_SECRET',
    'Authorization',
    'set-cookie',
    'password',
    'apiKey',
    'bot_token',
    'x-slack-signature',
  ])('the value of a field named %s at any depth, whatever it looks like', (name) => {
    const value = 'plain "quoted" \\ value'
    const out = written((log) => {
      log.info({ [name]: value }, 'top')
      log.info({ a: { b: { [name]: value } } }, 'deep')
      log.info({ headers: { [name]: [value] } }, 'list')
      log.info({ body: JSON.stringify({ [name]: 'plain value' }) }, 'quoted')
    })
    expect(out).not.toContain('plain')
    for (const line of out.split('\n').filter(Boolean)) expect(() => JSON.parse(line)).not.toThrow()
  })

  test('the values of our own secrets, even where nothing tells them from a word', () => {
    const out = written((log) => log.info({ note: 'we use correct horse "battery"' }, 'x'), ['correct horse "battery"'])
    expect(out).not.toContain('battery')
  })

  test('the rows that a database repeats in its error', () => {
    const row = 'Failing row contains (inc_1, a list of customers leaked)'
    const failed = Object.assign(new Error('violates check constraint'), { code: '23514', detail: row, params: [row] })
    const out = written((log) => {
      log.error({ err: failed }, 'A command failed')
      log.error({ err: new Error('outer', { cause: failed }) }, 'A command failed')
    })
    expect(out).not.toContain('customers')
    expect(out).toContain('23514')
  })

  test('leaves everything else readable', () => {
    const out = written((log) =>
      log.info({ channel: 'C1', tokens: 120, url: 'https://a.example/x?y=1' }, 'Broadcast sent'),
    )
    expect(JSON.parse(out)).toMatchObject({
      channel: 'C1',
      tokens: 120,
      url: 'https://a.example/x?y=1',
      msg: 'Broadcast sent',
    })
  })
})
