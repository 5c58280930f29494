import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { commands, helpText } from './commands.mjs'

const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))

test('every command is an npm script, every npm script a command, and each enters by run.mjs', () => {
  const wanted = Object.fromEntries(
    [...commands, { name: 'help' }].map(({ name }) => [name, `node scripts/run.mjs ${name}`]),
  )
  expect(scripts).toEqual(wanted)
})

test('npm run help tells what to type and what it does, in both languages', () => {
  for (const { types, en, ja } of commands) {
    expect(helpText(false)).toContain(types)
    expect(helpText(false)).toContain(en)
    expect(helpText(false)).toContain(ja)
  }
})
