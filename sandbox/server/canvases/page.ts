import type { IncomingMessage, ServerResponse } from 'node:http'
import { escaped } from '../openid/pages.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { wholeOf } from './sections.ts'

/** Where people of this machine read a canvas: its Markdown as it is. False where the address is none of a canvas. */
export function servePage(workspace: Workspace, request: IncomingMessage, response: ServerResponse, url: URL): boolean {
  const [, team, id = ''] = /^\/docs\/([^/]+)\/([^/]+)$/.exec(url.pathname) ?? []
  const file = team === workspace.team.id ? workspace.files.get(id) : undefined
  if (request.method !== 'GET' || !file?.canvas) return false
  const title = escaped(file.title || 'Untitled')
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'",
  })
  response.end(
    `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1><pre>${escaped(wholeOf(file.canvas.sections))}</pre></body></html>`,
  )
  return true
}
