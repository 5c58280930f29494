import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { filled, marksIn } from '../sections/postmortem-template.ts'
import { fillFrontMatter, frontMatterOf } from './front-matter.ts'

const nasty = `"決済": 'it' # 50% \\ [a]\n二行目`
const plainOf = (name: string) => (name === 'title' ? nasty : name === 'service' ? "Bob's: A" : undefined)
const read = (yaml: string): unknown => parse(fillFrontMatter(`---\n${yaml}\n---\n`, plainOf).split('---\n')[1] ?? '')
const oneLine = nasty.replace('\n', ' ')

describe('the head of a template', () => {
  test.each<[string, unknown]>([
    ['title: "{{title}}"', { title: nasty }],
    ["title: '{{title}}'", { title: oneLine }],
    ['title: {{title}}', { title: nasty }],
    ['title: {{ title }} # shown on top', { title: nasty }],
    ['title: Postmortem of {{service}}: {{title}}', { title: `Postmortem of Bob's: A: ${nasty}` }],
    ['tags: [{{service}}, "x {{title}}", y]', { tags: ["Bob's: A", `x ${nasty}`, 'y'] }],
    ['tags:\n  - {{service}}\n  - plain', { tags: ["Bob's: A", 'plain'] }],
    ['params: { name: {{service}}, n: 1 }', { params: { name: "Bob's: A", n: 1 } }],
    ['text: |\n  {{title}}\ndraft: true', { text: `${nasty}\n`, draft: true }],
    ['a: "\\"{{service}}\\""', { a: '"Bob\'s: A"' }],
    ['date: 2026-11-23\ndraft: false', { date: '2026-11-23', draft: false }],
    ['title: "{{other}}"', { title: '{{other}}' }],
  ])('%j stays what it is, whatever people wrote', (yaml, expected) => {
    expect(read(yaml)).toEqual(expected)
  })

  test('in TOML', () => {
    const head = `+++\ntitle = "{{service}} \\"{{title}}\\""\nname = '{{service}}'\nbare = {{service}}\n+++\n`
    expect(fillFrontMatter(head, plainOf)).toBe(
      `+++\ntitle = "Bob's: A \\"${JSON.stringify(nasty).slice(1, -1)}\\""\nname = 'Bob’s: A'\nbare = "Bob's: A"\n+++\n`,
    )
  })

  test('is found with line ends of Windows, and no rule is taken for one', () => {
    expect(frontMatterOf('---\r\ntitle: a\r\n---\r\n# x')).toBe('---\r\ntitle: a\r\n---\r\n')
    for (const none of ['# {{title}}\n---\na: b\n---\n', '---\n\n# x\n\n---\n', '---\ntitle: a\n', '']) {
      expect(frontMatterOf(none)).toBe('')
    }
    expect(fillFrontMatter('---\r\ntitle: {{service}}\r\n---\r\n', plainOf)).toBe(
      '---\r\ntitle: "Bob\'s: A"\r\n---\r\n',
    )
  })
})

describe('what a site generator reads in the text', () => {
  const words = { markdown: () => '*T*', plain: () => 'a "b"' }

  test('is no placeholder, and keeps its quotes', () => {
    const text = '{{< ref "a.md" >}} {{title}} {{% note "{{title}}" %}} {{</* raw */>}}'
    expect(marksIn(text).map(({ name }) => name)).toEqual(['title', 'title'])
    expect(filled(text, words)).toBe('{{< ref "a.md" >}} *T* {{% note "a \\"b\\"" %}} {{</* raw */>}}')
  })
})
