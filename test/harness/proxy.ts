import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A reverse proxy as companies have one: under a path, which it takes away. */
export async function proxyUnder(path: string, host: string) {
  let target = host
  const server = createServer((asked, answer) => {
    const [hostname, port] = target.split(':')
    const inside = asked.url?.startsWith(`${path}/`) ? asked.url.slice(path.length) : undefined
    if (inside === undefined) {
      answer.writeHead(404).end()
      return
    }
    const headers = { ...asked.headers, 'x-forwarded-for': '192.0.2.1' }
    const passed = request({ hostname, port, path: inside, method: asked.method, headers }, (came) => {
      answer.writeHead(came.statusCode ?? 502, came.headers)
      came.pipe(answer)
    })
    passed.on('error', () => answer.destroy())
    answer.on('close', () => passed.destroy())
    asked.pipe(passed)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}${path}`,
    leadsTo(other: string) {
      target = other
    },
    async [Symbol.asyncDispose]() {
      server.close()
      server.closeAllConnections()
      if (server.listening) await once(server, 'close')
    },
  }
}
