import { expect, onTestFinished, test } from 'vitest'
import { createModels } from '../src/kit/models/index.ts'
import { parseSettings } from '../src/rooms/settings/index.ts'
import { claims, startModels } from '../test/models/server.ts'
import { caseSchema } from './case.ts'
import { modelContender } from './model.ts'
import { score } from './score.ts'

const given = (visibility: 'public' | 'private') =>
  caseSchema.parse({
    name: 'pool',
    about: 'a pool that was too small',
    language: 'en',
    incident: { service: 'Payments', summary: 'payments are slow', visibility, declared: '14:10' },
    channel: '14:28 tom: found it, the pool is 5 instead of 50',
    facts: [{ id: 'cause', any: ['pool + 5 instead of 50'] }],
    misleading: [{ id: 'dns', any: ['DNS'] }],
  })

async function aModel() {
  const server = await startModels()
  onTestFinished(() => server.close())
  const fast = {
    provider: 'openai-compatible',
    base_url: server.url,
    model: 'small',
    leaves: false,
    price: { input: 1, output: 2 },
  }
  const parsed = parseSettings(
    JSON.stringify({ services: { pay: { name: 'Payments' } }, assistant: { models: { enabled: true, fast } } }),
    'sssbot.yaml',
  )
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const { models } = parsed.settings.assistant
  const { fast: model } = models
  if (!model) throw new Error('no model')
  return { server, contender: modelContender('fast', model, models, createModels({ secret: () => undefined })) }
}

test('a model is scored by what is left of its answer once its claims were checked', async () => {
  const { server, contender } = await aModel()
  server.answer(({ records }) => {
    const said = Object.keys(records).find((key) => records[key]?.words.includes('5 instead of 50')) ?? ''
    return claims(
      { words: 'tom found that the pool is 5 instead of 50', sources: [said] },
      { words: 'DNS failed 99 times', sources: [said] },
      { words: 'DNS was down', sources: ['s999'] },
    )
  })
  const [grade] = await score(contender, [given('public')])
  expect(server.captured.length).toBe(2)
  expect(grade?.facts).toEqual({ found: ['cause'], missed: [] })
  expect(grade?.misleading).toEqual([])
  expect(grade?.lines).toBe(1)
})

test('a private incident is not sent to a model that may not have it', async () => {
  const { server, contender } = await aModel()
  const [grade] = await score(contender, [given('private')])
  expect(server.captured).toEqual([])
  expect(grade?.facts.found).toEqual(['cause'])
})
