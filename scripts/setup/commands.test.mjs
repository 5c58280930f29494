import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { planFrom } from '../start/plan.ts'
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

test('the bot is run with a young generation that a large workspace cannot blow up, alone as under npm start', () => {
  const alone = commands.find(({ name }) => name === 'bot')?.run ?? []
  const bot = planFrom({}, '/sssbot', false).parts.find(({ name }) => name === 'bot')
  expect(alone).toContain('--max-semi-space-size=16')
  expect(bot?.args.slice(-alone.length)).toEqual(alone)
})
