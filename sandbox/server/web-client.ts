import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../web/dist/', import.meta.url))

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
}

/** Serves the built web client; addresses of its own (`/c/…`) get its page. */
export async function serveWebClient(response: ServerResponse, pathname: string): Promise<void> {
  const asked = normalize(join(folder, decodeURIComponent(pathname)))
  const inside = asked.startsWith(folder)
  const asset = extname(asked) in types || !inside
  const file = inside && (await isFile(asked)) ? asked : join(folder, 'index.html')
  if (asset && file !== asked) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
    response.end('Not found\n')
    return
  }
  if (!(await isFile(file))) {
    response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' })
    response.end('The sandbox runs. Its web client is not built yet: npx vite build sandbox/web\n')
    return
  }
  const lasting = file.includes(`${sep}assets${sep}`)
  response.writeHead(200, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'cache-control': lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
  })
  createReadStream(file).pipe(response)
}
