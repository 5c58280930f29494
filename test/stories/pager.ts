import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A call that a pager's service got. */
export type Call = { headers: IncomingHttpHeaders; body: string; said: Record<string, unknown> }

/** How the service answers: a status, never, by hanging up before it answers, or in any way of the test's own. */
export type Manner = number | 'never' | 'hang-up' | ((response: ServerResponse) => void)

/** A pager's service on this machine. */
export type PagerService = {
  url: string
  /** All calls so far, in the order of their coming. */
  calls: Call[]
  /** How the next calls are answered, one manner each; then by 202. */
  answers(...manners: Manner[]): void
  close(): Promise<void>
}

export async function openPagerService(): Promise<PagerService> {
  const calls: Call[] = []
  const script: Manner[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const body = Buffer.concat(parts).toString()
      calls.push({ headers: request.headers, body, said: JSON.parse(body) })
      const manner = script.shift() ?? 202
      if (typeof manner === 'number') response.writeHead(manner).end('{}')
      else if (manner === 'hang-up') request.socket.destroy()
      else if (manner !== 'never') manner(response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    calls,
    answers: (...manners) => void script.push(...manners),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
