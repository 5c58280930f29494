import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type ModelServer, startModels } from '../models/server.ts'
import { type Installation, openWard, type Ward } from './ward.ts'

let ward: Ward
let server: ModelServer
beforeAll(async () => {
  ward = await openWard()
})
afterEach(() => server.close())
afterAll(() => ward.close())

const installation = (
  tries: boolean,
  secrets: Record<string, string> = { MODEL_KEY: 'a key of the test' },
): Installation => ({
  settings: {
    assistant: {
      models: { fast: { provider: 'openai-compatible', base_url: server.url, model: 'small', key_env: 'MODEL_KEY' } },
    },
  },
  secrets,
  tries,
})

const toldOf = async (given: Installation, about = 'models') =>
  (await ward.findings(given)).flatMap(({ id, ok, what }) => (id.startsWith(about) ? [[id, ok, what]] : []))

test('without --try a model is named and not asked, with it asked once, in words that tell of nothing', async () => {
  server = await startModels()
  server.answer({ is: 'said', text: '{"statements":[]}' })
  expect(await toldOf(installation(false))).toEqual([
    ['models', true, 'The language model fast is small of openai-compatible (only --try asks it)'],
  ])
  expect(server.captured).toEqual([])
  expect(await toldOf(installation(true))).toEqual([
    ['models', true, 'The language model fast (small of openai-compatible) answers'],
  ])
  expect(server.chats.map(({ prompt }) => prompt)).toEqual(['Are you there?'])
})

test('a key that is refused, and one that is not there', async () => {
  server = await startModels()
  server.answer({ is: 'status', status: 401 })
  expect(await toldOf(installation(true))).toEqual([
    ['models:fast', false, 'The language model fast (small of openai-compatible) does not answer (HTTP 401)'],
  ])
  expect(await toldOf(installation(true, {}), 'settings.secrets')).toEqual([
    ['settings.secrets:MODEL_KEY', false, expect.any(String)],
  ])
})
