import { expect, test } from 'vitest'
import { parseSettings } from '../file/parse-settings.ts'
import { githubSecretNames } from './github.ts'

const githubOf = (text: string) => {
  const parsed = parseSettings(`services: { a: { name: A } }\n${text}`, 'sssbot.yaml')
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.settings.github
}

test('without it there is no GitHub', () => {
  expect(githubOf('')).toBeUndefined()
})

test('a token or an App, by the names of their variables, and who is who', () => {
  const token = githubOf('github: { token_env: TOKEN, people: { "@service-a": "@acme/payments", U0123ABCD: octocat } }')
  expect(token?.connection).toMatchObject({
    apiUrl: 'https://api.github.com',
    timeoutMs: 10_000,
    credentials: { kind: 'token', tokenEnv: 'TOKEN' },
  })
  expect(token?.people).toEqual({ 'service-a': { team: 'payments' }, U0123ABCD: { login: 'octocat' } })
  const app = githubOf(
    'github: { app: { id: 12, installation: 34, private_key_env: KEY }, api_url: "https://ghe.example.com/api/v3/", webhook_secret_env: HOOK }',
  )
  expect(app?.connection).toMatchObject({
    apiUrl: 'https://ghe.example.com/api/v3',
    credentials: { kind: 'app', id: '12', installation: 34, privateKeyEnv: 'KEY' },
  })
  expect(app && githubSecretNames(app)).toEqual(['KEY', 'HOOK'])
})
