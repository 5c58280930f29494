import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFiles } from '../../scripts/check/files.ts'
import { root } from './cruise.ts'
import { type OutsideNames, outsideNames } from './outside-names.ts'

const sources = projectFiles(root)
  .filter((path) => /^src\/.*(?<!\.(test|samples|d))\.ts$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
const names = outsideNames(sources)

const kept = (kind: string) => join(import.meta.dirname, 'names', `${kind.replaceAll(' ', '-')}.txt`)
const listed = (kind: string): string[] =>
  existsSync(kept(kind)) ? readFileSync(kept(kind), 'utf8').split('\n').filter(Boolean) : []
const gone = (before: readonly string[], now: ReadonlySet<string>) => before.filter((name) => !now.has(name))

test.each(Object.entries(names))('%s keep their names', async (kind, now) => {
  expect(now.size).toBeGreaterThan(0)
  // Nothing takes out a name by itself: whoever renames one has to bring along what stands in databases, Slack and files.
  expect(gone(listed(kind), now), `these ${kind} stand outside, in databases, in Slack or in operators' files`).toEqual(
    [],
  )
  await expect(`${[...now].toSorted().join('\n')}\n`).toMatchFileSnapshot(kept(kind))
})

test('each kind of name is read off the source, and a renamed one is missed', () => {
  const text = `
    export interface FactData { 'card.shown': { to: string } }
    export type RefusalCode = 'card-torn' | 'card-lost'
    export const showJob = defineJob<object>('card.show')
    export const showTimer = 'card.show_again'
    export const command = { verb: 'show-card', label: 'Show' }
    export const hideCard = verb({ name: 'hide-card', right: 'respond' })
    export const openId = 'incident.card.open'
    export const slots = [{ slot: 'card' }, { slot: \`card:\${n}:\${user}\` }]
    const texts = defineTexts('card', { ja: { title: '' }, en: { title: '' } })`
  const read = (source: string): OutsideNames => outsideNames([{ path: 'src/rooms/card/card.ts', text: source }])
  expect(Object.fromEntries(Object.entries(read(text)).map(([kind, found]) => [kind, [...found]]))).toEqual({
    facts: ['card.shown'],
    refusals: ['card-torn', 'card-lost'],
    jobs: ['card.show'],
    timers: ['card.show_again'],
    verbs: ['show-card', 'hide-card'],
    'actions and forms': ['incident.card.open'],
    'slots and subjects': ['card', 'card:*:*'],
    texts: ['card.title'],
  })
  expect(gone([...read(text).facts], read(text.replace('card.shown', 'card.seen')).facts)).toEqual(['card.shown'])
})
