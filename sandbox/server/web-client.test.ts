import { request } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from './index.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

/** Asks for a path as it is: `fetch` would tidy it up. */
function statusOf(path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: sandbox.port, path }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end()
  })
}

it("a deep link gets the client's page, or how to build it", async () => {
  const response = await fetch(`${sandbox.url}/c/C0GENERAL/1.2`)
  expect(response.status).toBe(200)
  expect(await response.text()).toMatch(/<!doctype html>|vite build/i)
})

it.each(['/../../package.json', '/..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/package.json', '/assets/nothing.js'])(
  '%s is not served',
  async (path) => {
    expect(await statusOf(path)).toBe(404)
  },
)

it('an address that cannot be decoded is a bad request, not a crash', async () => {
  expect(await statusOf('/%E0%A4%A')).toBe(400)
  expect((await fetch(`${sandbox.url}/healthz`)).status).toBe(200)
})
