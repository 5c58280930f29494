import fc from 'fast-check'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { methodFacts } from '../../coverage/index.ts'
import { createSandbox, type Sandbox } from '../index.ts'
import { createDriver } from '../testing/driver.ts'
import { formOf } from '../testing/form.ts'
import { methods } from './index.ts'

let sandbox: Sandbox
let old = ''

async function call(
  method: string,
  args: Record<string, unknown>,
  token: string,
): Promise<{ status: number; answer: { ok: boolean; error?: string } }> {
  const headers = { authorization: `Bearer ${token}` }
  const body = formOf(args)
  const response = await fetch(`${sandbox.url}/api/${method}`, { method: 'POST', headers, body })
  return { status: response.status, answer: (await response.json()) as { ok: boolean; error?: string } }
}

beforeAll(async () => {
  // A mistake of the sandbox is an answer of 500 with its reason on the console.
  vi.spyOn(console, 'error').mockImplementation(() => {})
  sandbox = await createSandbox({ rateLimits: false })
  const made = await createDriver(sandbox.url).act({ do: 'create', as: 'tanaka', name: 'old' })
  old = made.ok ? (made.channel ?? '') : ''
  await createDriver(sandbox.url).act({ do: 'archive', as: 'tanaka', channel: old })
})
afterAll(() => sandbox.close())

const ts = '1700000000.000001'
const block = { type: 'section', text: { type: 'mrkdwn', text: 'x' } }

/** Values that make sense somewhere, and some that never do. */
const value = fc.oneof(
  fc.constantFrom<unknown>(
    'C0GENERAL',
    'C0CSIRT',
    'C0EXECUTIVES',
    'C0DRILLS',
    'D0NOWHERE',
    'U0TANAKA',
    'U0OGAWA',
    'U0SSSBOT01',
    'U0TANAKA,U0GUESTMORI',
  ),
  fc.constantFrom<unknown>(
    ts,
    'now',
    '',
    '0',
    -1,
    5,
    true,
    null,
    'eyes',
    'x'.repeat(300),
    'S0CSIRT',
    'link',
    'https://example.com',
    'general',
  ),
  fc.constantFrom<unknown>(
    [block],
    [],
    {},
    '[',
    [{ type: 'nonsense' }],
    { type: 'home', blocks: [] },
    { type: 'modal', title: { type: 'plain_text', text: 'x' }, blocks: [] },
  ),
  fc.string({ maxLength: 20 }),
)

it.each([...methods.keys()])('%s answers whatever it is given with what Slack documents', async (method) => {
  const names = Object.keys(methodFacts.get(method)?.args ?? {})
  const args = fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] })
  // A token that was given back would answer the rest in its own way.
  const again = () => sandbox.workspace.revoked.clear()
  const token = fc.constantFrom('xoxb-sandbox', 'xapp-sandbox', 'xoxp-tanaka', 'xoxp-guest-mori')
  await fc.assert(
    fc.asyncProperty(args, token, fc.boolean(), async (given, who, archived) => {
      again()
      const chosen = archived && 'channel' in given ? { ...given, channel: old } : given
      const { status, answer } = await call(method, chosen, who)
      expect({ status, answer }).toMatchObject({ status: 200, answer: { ok: expect.any(Boolean) } })
    }),
    { numRuns: 60 },
  )
})
