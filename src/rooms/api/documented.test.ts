import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Locale } from '../../kit/i18n/index.ts'
import { type ChangingCommand, changingCommands } from '../commands/index.ts'

const document = (path: string) => readFileSync(new URL(`../../../docs/${path}`, import.meta.url), 'utf8')

/** A verb's line in the table: its route, what its button says, the right it needs, and its fields, bold where they must be there. */
function line({ does, label }: ChangingCommand, locale: Locale): string {
  const { properties = {}, required = [] } = z.toJSONSchema(does.input, { io: 'input' })
  const fields = Object.keys(properties).map((field) => (required.includes(field) ? `**${field}**` : field))
  return `| \`${does.name}\` | ${label(locale)} | \`${does.right}\` | ${fields.join(', ')} |`
}

test.each([
  ['api.md', 'en'],
  ['api.ja.md', 'ja'],
] as const)('docs/%s has a line for every verb, with its right and its fields', (path, locale) => {
  const lines = document(path).split('\n')
  expect(changingCommands.map((command) => line(command, locale)).filter((each) => !lines.includes(each))).toEqual([])
})
