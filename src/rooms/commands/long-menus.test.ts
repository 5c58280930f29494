import { describe, expect, test } from 'vitest'
import { optionsIn } from '../../kit/block-kit/index.ts'
import { type Command, nothingBeside } from '../faces/command.ts'
import { settingsSchema } from '../settings/index.ts'
import { situations } from '../situation/situation.samples.ts'
import { commands } from './registry.ts'

const count = 300
const many = <T>(make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n))
const label = (n: number) => ({ ja: `名前 ${n}`, en: `Name ${n}` })

const settings = settingsSchema.parse({
  services: { a: { name: label(0) } },
  functions: Object.fromEntries(many((n) => [`f${n}`, { name: label(n), people: ['@sato'] }])),
})
const { underWay } = situations
const [todo] = underWay.todos.list
if (!todo) throw new Error('No TODO in the samples')
const [closed, list] = [
  many((n) => ({ ...todo, id: `closed_${n}`, n: n + count, state: 'done' as const })),
  many((n) => ({ ...todo, id: `todo_${n}`, n })),
]
const crowded = { ...underWay, todos: { open: count, total: 2 * count, list, closed } }
const beside = { ...nothingBeside, choices: many((n) => ({ value: `inc_${n}`, text: `#incident-${n}` })) }
const now = new Date('2026-11-23T15:05:00+09:00')

describe('with 300 of everything', () => {
  test.each([
    ['call-people', 'function', many((n) => `f${n}`)],
    ['change-todo', 'todo', [...list, ...closed].map(({ id }) => id)],
    ['todo-to-action', 'todo', [...list, ...closed].map(({ id }) => id)],
    ['merge', 'into', many((n) => `inc_${n}`)],
  ] as const)('%s: each of them can be chosen', (verb, field, values) => {
    const view = (commands[verb] as Command).form?.(crowded, { settings, locale: 'ja' }, now, null, beside)
    if (!view) throw new Error(`No form of ${verb}`)
    expect(optionsIn(view, field).map(({ value }) => value)).toEqual(values)
  })

  test.each(Object.values<Command>(commands).map((command) => [command.verb, command] as const))(
    '%s: no menu of its form holds more than Slack takes',
    (_verb, { form }) => {
      const view = form?.(crowded, { settings, locale: 'ja' }, now, null, beside)
      const held = (view?.blocks ?? []).flatMap((block) =>
        block.type === 'input' && 'options' in block.element ? [block.element.options?.length ?? 0] : [],
      )
      expect(Math.max(0, ...held)).toBeLessThanOrEqual(100)
    },
  )
})
