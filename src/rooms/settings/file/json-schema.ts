import { z } from 'zod'
import { settingsSchema } from '../settings.ts'

/** The width at which the project's formatter breaks a list. */
const WIDTH = 120

/** The settings as a JSON Schema, by which editors complete and check the file. Draft 7, which all of them know. */
export function settingsJsonSchema(): string {
  const { $schema, ...rest } = z.toJSONSchema(settingsSchema, { io: 'input', target: 'draft-07' })
  const text = JSON.stringify({ $schema, title: "sssbot's settings (sssbot.yaml)", ...rest }, null, 2)
  return `${text.replace(/^( *)(.*)\[\n([^[\]{}]*)\n *\](,?)$/gm, onOneLine)}\n`
}

/** A list of plain values on one line where it fits, as the formatter has it. */
function onOneLine(whole: string, indent: string, before: string, items: string, comma: string): string {
  const line = `${indent}${before}[${items.trim().replace(/,\n */g, ', ')}]${comma}`
  return line.length <= WIDTH ? line : whole
}
