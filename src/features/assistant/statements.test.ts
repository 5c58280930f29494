import { expect, test } from 'vitest'
import type { Statement } from '../../rooms/assistant/index.ts'
import { voices } from '../../rooms/situation/situation.samples.ts'
import { statementList, statementWords } from './statements.ts'

const said = (words: string): Statement => ({
  words,
  standing: 'quoted',
  sources: [{ is: 'update', n: 1 }],
})

test('a sentence that somebody wrote calls nobody, stands in one line and ends', () => {
  expect(statementWords(said('DB が\n落ちた <!channel>'), voices.ja)).toBe('DB が 落ちた &lt;!channel&gt;')
  expect(statementWords(said('あ'.repeat(1000)), voices.ja)).toHaveLength(300)
})

test('one sentence alone is no list', () => {
  expect(statementList([said('落ちた')], voices.ja)).toBe('落ちた')
  expect(statementList([said('落ちた'), said('戻した')], voices.ja)).toBe('• 落ちた\n• 戻した')
})
