import { expect, test } from 'vitest'
import { documentProblems, isChecked, type Project } from './documents.ts'

const project: Project = {
  exists: (path) => ['src/main.ts', 'docs/configuration.md', 'docs/', 'sandbox/server'].includes(path),
  anchors: (path) => new Set(path === 'docs/configuration.md' ? ['levels', '事象レベル'] : []),
  matches: (pattern) => pattern === 'src/rooms/*/store.ts',
  scripts: ['start', 'check'],
}

test.each([
  ['a link', 'see [this](../src/main.ts#top)'],
  ['a link with a title', '[this](configuration.md "Configuration")'],
  ['an address', '[Slack](https://slack.com/nowhere)'],
  ['an anchor', '## Below, `here`\n[below](#below-here)'],
  ['a heading of another page', '[levels](configuration.md#levels), [レベル](configuration.md#事象レベル)'],
  ['a path in backticks', 'read `src/main.ts` and `sandbox/server`'],
  ['a line of a file', '`src/main.ts:12`'],
  ['a pattern', '`src/rooms/*/store.ts`'],
  ['a placeholder', '`src/rooms/<room>/store.ts`'],
  ['code that is no path', '`incident/declare` and `a/b`'],
  ['a command', 'type `npm run check`'],
])('%s that is right passes', (_, line) => {
  expect(documentProblems(project, 'docs/page.md', line)).toEqual([])
})

test.each([
  ['[this](../src/gone.ts)', 'docs/page.md:2: links to ../src/gone.ts, which does not exist'],
  ['[out](../../elsewhere.md)', 'docs/page.md:2: links to ../../elsewhere.md, which does not exist'],
  ['[below](#beneath)', 'docs/page.md:2: links to #beneath, and there is no such heading'],
  [
    '[there](configuration.md#stairs)',
    'docs/page.md:2: links to configuration.md#stairs, and there is no such heading',
  ],
  ['`src/gone.ts`', 'docs/page.md:2: names src/gone.ts, which does not exist'],
  ['`src/*/gone.ts`', 'docs/page.md:2: names src/*/gone.ts, which does not exist'],
  ['`npm run fly`', 'docs/page.md:2: tells to type npm run fly, which package.json does not have'],
])('%s is told with its line', (line, problem) => {
  expect(documentProblems(project, 'docs/page.md', `# Page\n${line}`)).toEqual([problem])
})

test('decision records may name what is gone', () => {
  expect(isChecked('README.md')).toBe(true)
  expect(isChecked('docs/decisions/0001-embedded.md')).toBe(false)
})
