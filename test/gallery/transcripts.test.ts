import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Block } from '../../src/kit/block-kit/index.ts'
import { locales, textNames } from '../../src/kit/i18n/index.ts'
import { rooms, roomTranscript } from './rooms.ts'
import { samples } from './samples.ts'
import { letters, surfaceLines } from './transcript/surface.ts'
import { shorten } from './transcript/text.ts'

const accept = 'If it is meant, accept it with `npm test -- test/gallery -u` and read the diff'
const transcriptName = (room: string, locale: string) => `${room}.${locale}.txt`

describe.each(locales)('in %s', (locale) => {
  test.each(rooms)('%s reads as it did', async (room) => {
    const message = `What people read in ${room} has changed. ${accept}`
    await expect(roomTranscript(room, locale), message).toMatchFileSnapshot(
      `./transcripts/${transcriptName(room, locale)}`,
    )
  })

  test.each(samples)('whatever people read in $name stands in its transcript', ({ render }) => {
    const { text, ...surface } = { text: undefined, ...render(locale) }
    const strings = readStrings(surface)
    expect(strings.length).toBeGreaterThan(0)
    const transcript = surfaceLines(render(locale)).join('\n')
    // A notification that says what the message says is not told twice.
    const isToldAlone = transcript.startsWith('🔔')
    if (text !== undefined && !isToldAlone) expect(letters(spoken(surface.blocks))).toBe(letters(text))
    const read = [...strings, ...(text && isToldAlone ? [text] : [])]
    const missing = read
      .flatMap((each) => shorten(each).split(/\r?\n/))
      .filter((line) => !transcript.includes(line.trim()))
    expect(missing).toEqual([])
  })
})

test('nobody reads the name of a text in its place', () => {
  const keys = textNames().map((name) => name.slice(name.indexOf('.') + 1))
  const names = new Set(keys.filter((key) => key.includes('.')))
  const read = samples.flatMap(({ render }) => locales.flatMap((locale) => readStrings(render(locale))))
  const words = read.flatMap((each) => each.split(/[\s*_`<>|(),]+/))
  expect(names.has('postmortem.none')).toBe(true)
  expect([...new Set(words.filter((word) => names.has(word)))]).toEqual([])
})

test('every room has its transcripts, and no transcript is left of a room that went', () => {
  const meant = rooms.flatMap((room) => locales.map((locale) => transcriptName(room, locale)))
  expect(readdirSync(new URL('transcripts', import.meta.url)).sort()).toEqual(meant.sort())
})

test('every payload is the one that it was', async () => {
  const lines = samples.flatMap(({ name, render }) =>
    locales.map((locale) => {
      const hash = createHash('sha256')
        .update(JSON.stringify(render(locale)))
        .digest('hex')
      return `${name} ${locale} ${hash.slice(0, 16)}\n`
    }),
  )
  expect(new Set(samples.map(({ name }) => name)).size, 'no two samples share a name').toBe(samples.length)
  const message = `The payloads of the samples named below have changed, ids and all that nobody reads included. ${accept}`
  await expect(lines.join(''), message).toMatchFileSnapshot('./payloads.txt')
})

/** Keys whose texts no person reads: names for machines, and how something is set. */
const unread = ['type', 'action_id', 'block_id', 'callback_id', 'private_metadata', 'value', 'style']

function readStrings(payload: unknown, except: readonly string[] = unread): string[] {
  if (Array.isArray(payload)) return payload.flatMap((each) => readStrings(each, except))
  if (typeof payload !== 'object' || payload === null) return []
  return Object.entries(payload).flatMap(([key, value]) => {
    if (except.includes(key)) return []
    return typeof value === 'string' ? [value] : readStrings(value, except)
  })
}

/** What a message says, without what there is to press. */
const spoken = (blocks: readonly Block[]): string =>
  readStrings(
    blocks.filter(({ type }) => type !== 'actions'),
    [...unread, 'accessory'],
  ).join('')
