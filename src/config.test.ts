import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'

const read = (env: Record<string, string>) => readConfig(env, '/project')

describe('the token of the HTTP API', () => {
  test('is left out where nobody wants the API', () => {
    expect(read({}).apiToken).toBeUndefined()
    expect(read({ SSSBOT_API_TOKEN: '' }).apiToken).toBeUndefined()
  })

  test('of 16 characters opens it', () => {
    expect(read({ SSSBOT_API_TOKEN: '0123456789abcdef' }).apiToken).toBe('0123456789abcdef')
  })

  test('too short ends the start in one line, which does not tell it', () => {
    const start = () => read({ SSSBOT_API_TOKEN: '0123456789abcde' })
    expect(start).toThrow(/^SSSBOT_API_TOKEN cannot be used: write at least 16 characters[^\n]*$/)
    expect(start).not.toThrow('0123456789abcde')
  })
})

test('a port to which no browser connects ends the start in one line, in both languages', () => {
  for (const words of ['PORT=6000 は使えません', 'PORT=6000 cannot be used: browsers and Node refuse'])
    expect(() => read({ PORT: '6000' })).toThrow(words)
  expect(() => read({ PORT: '6000' })).not.toThrow('\n')
  expect(read({ PORT: '6001' }).port).toBe(6001)
})
