/**
 * Regenerates methods.jsonl, shapes.jsonl and events.jsonl from a checkout of slack-ruby/slack-api-ref (MIT):
 *
 *     node sandbox/coverage/import.ts <folder that holds methods/ and events.json>
 *
 * Takes facts only (names, types, scopes, tiers, shapes), no sentences.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Shape, shapeOf } from './shape.ts'

const argument = z.object({
  type: z.string().optional(),
  anyOf: z.array(z.object({ type: z.string().optional() })).optional(),
})
const reference = z.object({
  http_method: z.string(),
  scope: z
    .union([z.object({ bot: z.array(z.string()).optional(), user: z.array(z.string()).optional() }), z.string()])
    .optional(),
  rate_limits: z.string().nullish(),
  json_input_supported: z.boolean().optional(),
  args: z.object({ required: z.array(z.string()).optional(), properties: z.record(z.string(), argument).optional() }),
  errors: z.record(z.string(), z.unknown()).nullish(),
  examples: z.record(z.string(), z.object({ example: z.unknown() })).nullish(),
})
const event = z.object({ name: z.string(), scopes: z.array(z.string()).default([]), APIs: z.array(z.string()) })

/** Documented as JSON-encoded strings (or by a schema of their own): what they hold once decoded. */
const decoded: Record<string, string> = {
  attachments: 'array',
  blocks: 'array',
  user_auth_blocks: 'array',
  criteria: 'object',
  document_content: 'object',
  entity_payload: 'object',
  error: 'string',
  metadata: 'object',
  unfurls: 'object',
  view: 'object',
}

function typeOfArgument(name: string, documented: z.infer<typeof argument>): string {
  if (decoded[name] !== undefined) return decoded[name]
  const types = [documented.type, ...(documented.anyOf ?? []).map((one) => one.type)]
  return ['array', 'object', 'boolean', 'integer', 'number'].find((type) => types.includes(type)) ?? 'string'
}

function importMethod(method: string, text: string): { facts: object; shapes: readonly Shape[] } {
  const { args, examples, ...page } = reference.parse(JSON.parse(text))
  const properties = Object.entries(args.properties ?? {}).filter(([name]) => name !== 'token')
  const scope = typeof page.scope === 'object' ? page.scope : {}
  const successes = Object.entries(examples ?? {}).filter(([name]) => name.startsWith('success'))
  const facts = {
    method,
    http: page.http_method,
    json: page.json_input_supported ?? false,
    tier: page.rate_limits === 't5' ? 'special' : (page.rate_limits ?? 'none'),
    token: args.required?.includes('token') ?? false,
    botScopes: scope.bot ?? [],
    userScopes: scope.user ?? [],
    required: (args.required ?? []).filter((name) => name !== 'token'),
    args: Object.fromEntries(properties.map(([name, value]) => [name, { type: typeOfArgument(name, value) }])),
    errors: Object.keys(page.errors ?? {}),
  }
  return { facts, shapes: successes.map(([, { example }]) => shapeOf(example)) }
}

function writeLines(file: string, rows: readonly object[]): void {
  writeFileSync(join(import.meta.dirname, file), rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
}

const folder = process.argv[2]
if (folder === undefined) throw new Error('usage: node sandbox/coverage/import.ts <folder of slack-api-ref>')
const imported = readdirSync(join(folder, 'methods'))
  .filter((file) => file.endsWith('.json'))
  .sort()
  .map((file) => {
    const method = file.slice(0, -'.json'.length)
    return { method, ...importMethod(method, readFileSync(join(folder, 'methods', file), 'utf8')) }
  })
const events = z.array(event).parse(JSON.parse(readFileSync(join(folder, 'events.json'), 'utf8')))
writeLines(
  'methods.jsonl',
  imported.map((one) => one.facts),
)
writeLines(
  'shapes.jsonl',
  imported.map(({ method, shapes }) => ({ method, shapes })),
)
writeLines(
  'events.jsonl',
  // The reference writes app_mention's scope with a full stop; Slack's scope is app_mentions:read.
  events
    .filter(({ APIs }) => APIs.includes('Events'))
    .map(({ name, scopes }) => ({ name, scopes: scopes.map((scope) => scope.replace('.read', ':read')) })),
)
