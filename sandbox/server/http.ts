import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { decodeBody, readBytes } from './api/body.ts'
import { servePage } from './canvases/page.ts'
import { type Control, control } from './control/routes.ts'
import { receiveUpload, sendFile } from './files/transfer.ts'
import { receiveWebhook } from './incoming-webhooks.ts'
import { serveOpenId } from './openid/routes.ts'
import { Refusal } from './refusal.ts'
import { serveWebClient } from './web-client.ts'

async function receiveAnswer(on: Control, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const decoded = await decodeBody(request.headers['content-type'] ?? 'application/json', await readBytes(request))
  const id = url.pathname.split('/').at(-1) ?? ''
  try {
    if ('error' in decoded) throw new Refusal(decoded.error)
    on.interactivity.responseUrls.receive(id, decoded.fields)
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end('ok')
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    on.interactivity.tellRefused(`response_url: ${error.error}`, error)
    const gone = error.error === 'used_url' || error.error === 'expired_url'
    response.writeHead(gone ? 404 : 200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ ok: false, error: error.error }))
  }
}

async function route(on: Control, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://sandbox')
  if (url.pathname.startsWith('/api/')) return on.api.handle(request, response, url)
  if (url.pathname.startsWith('/_sandbox/')) return control(on, request, response, url)
  if (url.pathname.startsWith('/actions/') && request.method === 'POST')
    return receiveAnswer(on, request, response, url)
  if (url.pathname.startsWith('/services/')) return receiveWebhook(on.interactivity, request, response, url)
  if (url.pathname.startsWith('/upload/v1/')) return receiveUpload(on.interactivity.workspace, request, response, url)
  if (url.pathname.startsWith('/files-pri/')) return sendFile(on.interactivity.workspace, request, response, url)
  if (url.pathname === '/healthz') {
    response.writeHead(200, { 'content-type': 'text/plain' })
    response.end('ok\n')
    return
  }
  if (servePage(on.interactivity.workspace, request, response, url)) return
  if (serveOpenId(on.interactivity.workspace, request, response, url)) return
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(404, { 'content-type': 'text/plain' })
    response.end(`There is no ${request.method} ${url.pathname} here.\n`)
    return
  }
  await serveWebClient(response, url.pathname)
}

/** A browser of another site must not drive the workspace: only same-origin pages and tools without an origin may. */
function isForeign(request: IncomingMessage): boolean {
  const { origin, host } = request.headers
  const local = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/
  if (host !== undefined && !local.test(host)) return true
  return origin !== undefined && !/^https?:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(origin)
}

export function createHttpServer(on: Control): Server {
  const server = createServer((request, response) => {
    if (isForeign(request)) {
      response.writeHead(403, { 'content-type': 'text/plain' })
      response.end('The sandbox answers on this machine only.\n')
      return
    }
    route(on, request, response).catch((error: unknown) => {
      if (error instanceof URIError) {
        response.writeHead(400, { 'content-type': 'text/plain' })
        response.end('This address cannot be read.\n')
        return
      }
      console.error(error)
      if (response.headersSent) {
        response.destroy()
        return
      }
      response.writeHead(500, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ ok: false, error: 'internal_error', detail: String(error) }))
    })
  })
  server.on('upgrade', (request, socket, head) => {
    if (request.url?.startsWith('/link/')) on.socket.accept(request, socket, head)
    else socket.destroy()
  })
  server.keepAliveTimeout = 30_000
  return server
}
