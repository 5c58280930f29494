import { expect, test } from 'vitest'
import { z } from 'zod'
import { settingsSchema } from '../../settings/index.ts'
import { situations } from '../../situation/situation.samples.ts'
import { incidentAnswer } from '../api.ts'
import { createApi } from '../http.ts'
import { answerOf } from '../look.ts'
import { openapi } from './index.ts'

const described = openapi()

test('every route is described, and everything described is a route', () => {
  const settings = settingsSchema.parse({ services: { a: { name: 'A' } } })
  // Only its routes are looked at: nothing of the world is touched.
  const api = createApi(
    { settings: () => settings } as never,
    {
      shared: 'a-token-of-16-letters',
      address: { seenBy: () => undefined },
      looksAtOnce: 1,
    },
    {} as never,
  )
  const routes = api.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path.replace('/api/v1', '').replace(/:(\w+)/g, '{$1}')}`)
  const told = Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(told.toSorted()).toEqual([...new Set(routes)].toSorted())
})

test('whatever it refers to is there, and nothing is left over', () => {
  const text = JSON.stringify(described)
  const referred = new Set([...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name))
  expect([...referred].toSorted()).toEqual(Object.keys(described.components.schemas).toSorted())
  expect(text).not.toContain('$defs')
})

test('the answers about incidents are as described', () => {
  const schema = z.fromJSONSchema(described.components.schemas.Incident as never)
  for (const situation of Object.values(situations)) {
    expect(() => incidentAnswer.parse(answerOf(situation))).not.toThrow()
    expect(() => schema.parse(answerOf(situation))).not.toThrow()
  }
})
