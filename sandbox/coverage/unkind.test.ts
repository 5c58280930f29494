import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { createSandbox } from '../server/index.ts'
import { createDriver } from '../server/testing/driver.ts'
import { unkindnesses } from './unkind.ts'

const page = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8').split('\n')

it.each([
  ['sandbox.md', 'en'],
  ['sandbox.ja.md', 'ja'],
] as const)('docs/%s has each unkindness with its source, in the words of the table', (name, language) => {
  const rows = unkindnesses.map((each) => `| ${each[language]} | ${each.by} | ${each.source} |`)
  expect(page(name)).toEqual(expect.arrayContaining(rows))
})

it('each switch of the workspace stands in the table', async () => {
  const sandbox = await createSandbox()
  const switches = Object.keys(await createDriver(sandbox.url).workspace())
  await sandbox.close()
  const named = unkindnesses.map(({ by }) => by).join(' ')
  expect(switches.filter((name) => !named.includes(name))).toEqual([])
})

it('the source of an unkindness is a page, a recorded payload or a report', () => {
  for (const { en, source } of unkindnesses)
    expect(source, en).toMatch(/docs\.slack\.dev\/|slackapi\/|java-slack-sdk|#\d+|slackhq\//)
})
