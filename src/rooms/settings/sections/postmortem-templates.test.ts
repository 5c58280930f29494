import { describe, expect, test } from 'vitest'
import { parseSettings } from '../file/parse-settings.ts'
import { formatProblems } from '../file/problem.ts'
import { templateOf } from './postmortem-templates.ts'

const settings = (templates: string) => `services: { a: { name: A } }\npostmortem:\n  templates:\n${templates}`
const read = (templates: string, files: Record<string, string> = {}) =>
  parseSettings(settings(templates), 'sssbot.yaml', undefined, (path) => {
    const text = files[path]
    if (text === undefined) throw Object.assign(new Error('gone'), { code: 'ENOENT' })
    return text
  })
const problems = (templates: string, files: Record<string, string> = {}) => {
  const parsed = read(templates, files)
  return parsed.ok ? '' : formatProblems(parsed.problems, 'en')
}

describe('a template in a file', () => {
  test('is read with the settings', () => {
    const parsed = read('    - file: postmortem/security.md', {
      'postmortem/security.md': '# {{title}}\n{{ cause }}\n',
    })
    expect(parsed).toMatchObject({
      ok: true,
      settings: { postmortem: { templates: [{ text: '# {{title}}\n{{ cause }}\n' }] } },
    })
  })

  test('is refused with its own line where it names what there is not, with what was meant', () => {
    expect(problems('    - file: a.md', { 'a.md': '# {{title}}\n\n{{ root }}\n{{casue}}\n' })).toMatch(
      /^a\.md:3:1 {2}no such placeholder: \{\{root\}\} — use one of \{\{title\}\}.*\na\.md:4:1 {2}no such placeholder: \{\{casue\}\} — write \{\{cause\}\}$/,
    )
  })

  test('is refused where it would be the same for every incident', () => {
    expect(problems('    - file: a.md', { 'a.md': '# Postmortem\n' })).toContain('a.md:1:1  has no placeholder')
  })

  test('that cannot be read is told at the place that names it', () => {
    expect(problems('    - file: gone.md')).toBe(
      'sssbot.yaml:4:13  postmortem.templates[0].file: the template gone.md cannot be read (ENOENT)',
    )
  })

  test.each(['/etc/passwd.md', '../outside.md', 'a/../../b.md', 'a.txt'])('%s is no place for one', (path) => {
    expect(problems(`    - file: ${path}`, { [path]: '{{title}}' })).toContain('must be a .md file')
  })
})

test('a template is either built in or a file', () => {
  expect(problems('    - when: { kind: drill }')).toContain('write either use (full or mini) or file')
  expect(problems('    - { use: full, file: a.md }', { 'a.md': '{{title}}' })).toContain('write either use')
})

test('a level or a service that there is not is told', () => {
  expect(problems('    - { use: full, when: { at_least: levle4 } }')).toContain('write level4')
  expect(problems('    - { use: full, when: { service: b } }')).toContain('postmortem.templates[0].when.service')
})

describe('which template an incident gets', () => {
  const parsed = read(
    `    - { when: { type: confidentiality, at_least: level3 }, use: full, language: en }
    - { when: { level: [level1, level2] }, use: mini }
    - { when: { kind: drill }, use: mini, language: en }`,
  )
  const chosen = (change: Partial<Parameters<typeof templateOf>[1]>) =>
    parsed.ok && templateOf(parsed.settings, { service: 'a', level: null, types: [], kind: 'real', ...change })

  test('is the first whose conditions hold', () => {
    expect(chosen({ level: 'level4', types: ['availability', 'confidentiality'] })).toMatchObject({
      use: 'full',
      language: 'en',
    })
    expect(chosen({ level: 'level2', types: ['confidentiality'] })).toMatchObject({ use: 'mini' })
    expect(chosen({ kind: 'drill' })).toMatchObject({ use: 'mini', language: 'en' })
  })

  test('is none where no condition holds, also while no level is decided', () => {
    expect(chosen({ types: ['confidentiality'] })).toBeUndefined()
    expect(chosen({ level: 'level5' })).toBeUndefined()
  })
})
