import { expect, test } from 'vitest'
import { filledIn } from './filled-there.ts'
import { gapMark } from './parts/words.ts'

const ja = { locale: 'ja' as const }
const cause = gapMark('cause', ja)
const ours = `# 決済\n\n| 発生 | ${gapMark('occurred_at', ja)} |\n\n## 原因\n\n${cause}\n\n## 検知\n\n監視が見つけた\n\n## 影響\n\n${gapMark('impact', ja)}\n`
const filled = (text: string) => filledIn(text, ours).filter((gap) => ['cause', 'occurred_at', 'impact'].includes(gap))

test.each<[string, (text: string) => string, string[]]>([
  ['as the bot wrote it nothing is filled', (text) => text, []],
  ['with line ends of Windows', (text) => text.replaceAll('\n', '\r\n'), []],
  ['a line that was written over', (text) => text.replace(cause, '証明書の期限切れ'), ['cause']],
  [
    'words that people see were written over',
    (text) => text.replace(/_?[^\n]*(?=<!-- sssbot:gap:cause)/, '期限切れ'),
    ['cause'],
  ],
  ['words beneath a mark that was left', (text) => text.replace(cause, `${cause}\n\n証明書の期限切れ`), ['cause']],
  ['words above it', (text) => text.replace(cause, `期限切れ\n${cause}`), ['cause']],
  ['words under another heading', (text) => text.replace('監視が', '監視と人が'), []],
  ['a cell of a table', (text) => text.replace(gapMark('occurred_at', ja), '14:02'), ['occurred_at']],
  ['a row that was added to a table', (text) => text.replace('| 発生', '| 前日 | 変更 |\n| 発生'), []],
  ['a whole new text', () => '# 決済\n\n原因は証明書です。', ['occurred_at', 'impact', 'cause']],
  ['a file that was emptied', () => '\n', []],
])('%s', (_, change, expected) => {
  expect(filled(change(ours))).toEqual(expected)
})
