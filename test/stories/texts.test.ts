import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { locales, type Texts } from '../../src/kit/i18n/index.ts'

const rooms = join(import.meta.dirname, '../../src/rooms')

/** Every room, and every folder of a room. */
const folders = (await readdir(rooms, { withFileTypes: true, recursive: true }))
  .filter((entry) => entry.isDirectory())
  .map((entry) => relative(rooms, join(entry.parentPath, entry.name)))

/** The texts of every folder that has any, with the source that may use them. */
const spoken = await Promise.all(
  folders.map(async (room) => {
    const files = (await readdir(join(rooms, room), { recursive: true })).filter((name) =>
      /^(?!.*\.(test|samples)\.ts$).*\.ts$/.test(name),
    )
    const module: unknown = files.includes('texts.ts') ? await import(join(rooms, room, 'texts.ts')) : undefined
    const sources = files.filter((name) => name !== 'texts.ts').map((name) => readFile(join(rooms, room, name), 'utf8'))
    return { room, texts: textsIn(module), source: (await Promise.all(sources)).join('\n') }
  }),
)
const withTexts = spoken.flatMap(({ room, texts, source }) => (texts ? [[room, { texts, source }] as const] : []))

function textsIn(module: unknown): Texts<string> | undefined {
  if (typeof module !== 'object' || module === null || !('texts' in module)) return undefined
  const { texts } = module
  // The settings have a file of that name that describes the company's own texts.
  const isTexts = typeof texts === 'object' && texts !== null && 'namespace' in texts
  return isTexts ? (texts as Texts<string>) : undefined
}

const gaps = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((each) => each[1]).toSorted()

test('there are rooms that speak', () => {
  expect(withTexts.map(([room]) => room)).toEqual(
    expect.arrayContaining(['card', 'commands', 'declaration', 'situation']),
  )
})

describe.each(withTexts)('the texts of %s', (_room, { texts, source }) => {
  test('have the same gaps in both languages', () => {
    for (const key of Object.keys(texts.ja))
      expect([key, ...gaps(texts.en[key] ?? '')]).toEqual([key, ...gaps(texts.ja[key] ?? '')])
    expect(Object.keys(texts.en)).toEqual(Object.keys(texts.ja))
  })

  test('are all used', () => {
    const begins = [...source.matchAll(/`([\w.-]+\.)\$\{/g)].map((each) => each[1] ?? '')
    const unused = Object.keys(texts.ja).filter(
      (key) => !source.includes(`'${key}'`) && !begins.some((begin) => key.startsWith(begin)),
    )
    expect(unused).toEqual([])
  })

  test('leave what is bold apart from Japanese letters, where Slack would show the asterisks', () => {
    for (const locale of locales)
      for (const [key, text] of Object.entries(texts[locale])) {
        const apart = text.replaceAll(/(?<=^|[\s「]|\}\})(\*\*?)[^*\n]+\1(?=$|\s)/g, '')
        expect([key, apart]).toEqual([key, expect.not.stringContaining('*')])
      }
  })
})
