import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { settingsJsonSchema } from './file/json-schema.ts'
import { parseSettings } from './file/parse-settings.ts'
import { settingNames, settingsSchema } from './settings.ts'

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')

test('sssbot.schema.json is that of the code (else run node scripts/settings/schema.ts)', () => {
  expect(read('sssbot.schema.json')).toBe(settingsJsonSchema())
})

describe.each(['docs/configuration.md', 'docs/configuration.ja.md'])('%s', (path) => {
  const text = read(path)

  test.each(settingNames)('has a section on %s', (name) => {
    expect(text).toMatch(new RegExp(`^## \`${name}\``, 'm'))
  })

  test.each(settingNames)('names each setting of %s', (name) => {
    const section = text.split(/^## /m).find((part) => part.startsWith(`\`${name}\``)) ?? ''
    expect(section).not.toBe('')
    for (const key of keysOf(name)) expect(section).toContain(`\`${key}\``)
  })

  test('shows only examples that are right', () => {
    const examples = [...text.matchAll(/^```yaml\n(.*?)^```/gms)].map(([, example = '']) => example)
    expect(examples.length).toBeGreaterThan(settingNames.length / 2)
    for (const example of examples) {
      const whole = /^services:/m.test(example) ? example : `services: { a: { name: A } }\n${example}`
      expect({ example, ...parseSettings(whole, path) }).toMatchObject({ example, ok: true })
    }
  })
})

test('the settings of a part are found, of a list, of a table, and where the part may be something else as well', () => {
  expect(settingNames.filter((name) => keysOf(name).length === 0)).toEqual(['language', 'timezone'])
})

/** The names of the settings directly within a part, also where the part is a list or a table of such, or one thing or another. */
function keysOf(part: string): string[] {
  const { properties } = z.toJSONSchema(settingsSchema, { io: 'input' })
  const node = z.record(z.string(), z.looseObject({})).parse(properties)[part] ?? {}
  return propertiesOf(node)
}

function propertiesOf(node: unknown): string[] {
  const schema = z.looseObject({}).safeParse(node).data
  if (!schema) return []
  const { properties, items, additionalProperties, anyOf } = schema
  const choices = Array.isArray(anyOf) ? anyOf : []
  return [...Object.keys(properties ?? {}), ...[items, additionalProperties, ...choices].flatMap(propertiesOf)]
}
