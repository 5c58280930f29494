import { expect, test } from 'vitest'
import { wordsOutside } from './outside.ts'
import { textProblems } from './texts.ts'

const texts = (ja: string, en: string) => `export const words = defineTexts('card', { ja: { ${ja} }, en: { ${en} } })`

/** The problems of texts in a file of any name, and of the code beside them. */
const problems = (declared: string, code = `t('hello')`, path = 'src/rooms/card/said.ts') =>
  textProblems([
    { path, text: declared },
    { path: 'src/rooms/card/parts/message.ts', text: code },
  ])

const good = texts(`hello: '{{name}}さん、 *やあ*'`, `hello: '*Hello*, {{name}}'`)

test('texts that keep the rules pass, in a file of any name', () => {
  expect(problems(good)).toEqual([])
  expect(problems(good, `t('hello')`, 'src/rooms/card/publishing.ts')).toEqual([])
})

test.each<[string, string, string]>([
  ['a text that nothing says', texts(`hello: '', bye: ''`, `hello: '', bye: ''`), 'bye: is said nowhere'],
  ['a text that only one language has', texts(`hello: '', bye: ''`, `hello: ''`), 'bye: is not said in English'],
  ['and the other way round', texts(`hello: ''`, `hello: '', bye: ''`), 'bye: is not said in Japanese'],
  ['a gap that one language lacks', texts(`hello: '{{name}}'`, `hello: ''`), 'hello: has other gaps'],
  ['bold beside letters', texts(`hello: '*太字*は'`, `hello: ''`), 'hello: has bold words'],
  ['a text made up', texts(`hello: 'a' + b`, `hello: ''`), 'hello is not written out'],
  ['texts spread into others', texts(`...more, hello: ''`, `hello: ''`), 'a key is not written out'],
])('%s is caught', (_what, declared, problem) => {
  expect(problems(declared)).toContainEqual(expect.stringContaining(`src/rooms/card/said.ts: card: ${problem}`))
})

test('texts are found under any name, twice in one file, and not in the code of another room', () => {
  const two = `${good}\nconst more = defineTexts('card.more', { ja: { unused: '' }, en: { unused: '' } })`
  expect(problems(two)).toEqual(['src/rooms/card/said.ts: card.more: unused: is said nowhere'])
  const far = [
    { path: 'src/rooms/card/said.ts', text: good },
    { path: 'src/rooms/home/message.ts', text: `t('hello')` },
  ]
  expect(textProblems(far)).toEqual(['src/rooms/card/said.ts: card: hello: is said nowhere'])
})

test('a text is declared once, and files may share a namespace', () => {
  expect(problems(`${good}\n${good}`)).toContainEqual(expect.stringContaining('card: hello: is said in'))
  const more = good.replaceAll('hello', 'bye').replace('words', 'more')
  expect(problems(`${good}\n${more}`, `t('hello') + t('bye')`)).toEqual([])
})

test('names put together are used, what a comment says is not', () => {
  const kinds = texts(`'kind.a.here': '', 'kind.a.there': ''`, `'kind.a.here': '', 'kind.a.there': ''`)
  expect(problems(kinds, `// kind.a.there\nt(\`kind.\${kind}.here\`)`)).toEqual([
    'src/rooms/card/said.ts: card: kind.a.there: is said nowhere',
  ])
  // What has a gap and hardly a word may mean anything.
  expect(problems(kinds, `t(\`\${kind}.here\`)`)).toHaveLength(2)
})

test('English may count', () => {
  const counted = texts(`hello: '{{count}}'`, `hello: '{{count}}', hello_one: '{{count}}', hello_other: '{{count}}'`)
  expect(problems(counted)).toEqual([])
})

test('that there are no texts is a problem, not a pass', () => {
  expect(textProblems([{ path: 'src/a.ts', text: '' }])).toEqual(['no texts are found'])
})

test('words for people that stand in the code are found, and an excuse that nobody needs', () => {
  const path = 'src/rooms/card/said.ts'
  const find = (text: string, excuses = {}) => wordsOutside([{ path, text }], excuses)
  expect(find(good)).toEqual([])
  expect(find(`const apart = '・' // 復旧のあと`)).toEqual([])
  expect(find(`const command = { spoken: { ja: ['復旧'], en: ['recover'] } }`)).toEqual([])
  expect(find(`\nconst gone = \`リンクは\${when}切れました\``)).toEqual([
    `${path}:2: “リンクは” belongs into a texts.ts`,
    `${path}:2: “切れました” belongs into a texts.ts`,
  ])
  expect(find(`const gone = '切れました'`, { [path]: 'a reason' })).toEqual([])
  expect(find(good, { [path]: 'a reason' })).toEqual([`${path}: needs no excuse any more`])
})
