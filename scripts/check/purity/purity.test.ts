import { describe, expect, test } from 'vitest'
import { readModule } from './modules.ts'
import { surfaceProblems } from './purity.ts'

/** A kit, a room that keeps the rule, and a room below it that waits and writes. */
const house = {
  'src/kit/block-kit/types.ts': `export type Block = { type: 'section' }
    export type MessageContent = { text: string; blocks: Block[] }
    export type ModalView = { type: 'modal'; blocks: Block[] }`,
  'src/kit/block-kit/elements.ts': `import type { Block, MessageContent } from './types.ts'
    export const section = (text: string): Block => ({ type: 'section' })
    export const textMessage = (text: string): MessageContent => ({ text, blocks: [section(text)] })`,
  'src/kit/block-kit/index.ts': `export * from './elements.ts'\nexport * from './types.ts'`,
  'src/kit/clock.ts': 'export const systemClock = { now: () => new Date() }',
  'src/rooms/low/index.ts': `export { load } from './load.ts'\nexport { title } from './words.ts'\nexport { late } from './words.ts'`,
  'src/rooms/low/load.ts': 'export async function load() {}',
  'src/rooms/low/words.ts': `import { systemClock } from '../../kit/clock.ts'
    export const title = (name: string) => name.trim()
    export const late = (at: Date) => at < systemClock.now()`,
}

const head = `import { type Block, type MessageContent, type ModalView, section, textMessage } from '../../kit/block-kit/index.ts'
import { late, load, title } from '../low/index.ts'
import { createHash, randomUUID } from 'node:crypto'
import { Pool } from 'pg'
`

/** The problems of one file more, under a name that says nothing of messages. */
const problemsOf = (text: string) => {
  const files = { ...house, 'src/rooms/high/anything.ts': `${head}${text}` }
  return surfaceProblems(Object.entries(files).map(([path, source]) => readModule(path, source)))
}

describe('what says what stands in Slack is pure, whatever its file is called', () => {
  test.each([
    [
      'a message that is waited for',
      'async function a(): Promise<MessageContent> { await load(); return { text: "", blocks: [section("")] } }',
    ],
    ['a form that is waited for', 'const a = async () => ({ type: "modal", blocks: [] })'],
    ['a block in a door', 'export const door = () => { on(async () => { tell([section("")]) }) }'],
    ['blocks that only their key tells', 'export async function a(more) { return { ...more, blocks: [more] } }'],
    ['no type, but a block is made', 'export const a = () => [section(String(Date.now()))]'],
    ['a typed constant', 'export const a: (at: Date) => MessageContent = (at) => textMessage(String(new Date()))'],
    ['a method of a verb', 'export const verb = { form(now): ModalView { return make(Math.random()) } }'],
    [
      'the time, two calls away',
      'const b = () => c()\nconst c = () => new Date()\nexport const a = (): Block[] => b()',
    ],
    ['the time, through the index of a room', 'export const a = (at: Date): Block => section(String(late(at)))'],
    ['a verb that is asynchronous', 'export const a = (): MessageContent => { void load(); return textMessage("") }'],
    ['a random name', 'export const a = (): Block => section(randomUUID())'],
    ['a package', 'export const a = (): Block => section(String(new Pool()))'],
    ['a call over the network', 'export const a = (): Block => section(String(fetch("")))'],
    ['a variable that changes', 'let n = 0\nexport const a = (): Block => section(String(n++))'],
    ['a slot', 'export function slots(): Slot[] { return [{ slot: "a", at: Date.now() }] }'],
    ['the slots of a face', 'export const face = slotFace({ facts: [], slots: () => drawn(Date.now()) })'],
    [
      'in a table of tables',
      'const told = { a: { say: () => Date.now() } }\nexport const a = (): Block => section(told.a.say())',
    ],
  ])('%s is caught', (_what, text) => {
    expect(problemsOf(text)).toEqual([expect.stringMatching(/^src\/rooms\/high\/anything\.ts:\d+: .* is not pure/)])
  })

  test('the way to what is not pure is told', () => {
    const [problem] = problemsOf(
      'const b = (at) => late(at)\nexport const a = (at: Date): Block => section(String(b(at)))',
    )
    expect(problem).toContain(
      'anything.ts:6: a says what stands in Slack and is not pure: b → late → systemClock → Date asks',
    )
  })

  test.each([
    [
      'a pure message',
      'export const a = (name: string, now: Date): MessageContent => textMessage(title(name) + new Date(now))',
    ],
    [
      'a loader around a pure message',
      'const b = (x): MessageContent => textMessage(x)\nexport async function a(): Promise<MessageContent> { return b(await load()) }',
    ],
    [
      'a whole message of the kit, in a door',
      'export const door = () => { on(async () => { tell(textMessage("")) }) }',
    ],
    [
      'a message handed on',
      'export const post = async (content) => call({ text: content.text, blocks: content.blocks })',
    ],
    [
      'a label out of a table of verbs',
      'const verbs = { a: { label: () => "", async run() { await load() }, then: load } }\nexport const b = (): Block => section(verbs.a.label())',
    ],
    ['a local name like that of a verb', 'export const a = (load: string): Block => section(load)'],
    ['a fingerprint', 'export const a = (x: string): Block => section(createHash("sha256").update(x).digest("hex"))'],
    ['time elsewhere', 'export const due = () => Date.now()'],
  ])('%s is none', (_what, text) => {
    expect(problemsOf(text)).toEqual([])
  })

  test('a house in which nothing is seen is a problem', () => {
    expect(surfaceProblems([readModule('src/a.ts', 'export const a = 1')])).toHaveLength(1)
  })
})
