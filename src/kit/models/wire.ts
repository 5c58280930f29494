import type { Wire } from './outcome.ts'

/** The longest answer that is read, in bytes: a server that never stops writing is cut off. */
const mostBytes = 2_000_000

export class AnswerTooLong extends Error {
  override name = 'AnswerTooLong'
}

/** Thrown where `beforeSending` does not let the request go: nothing has left. */
export class Withheld extends Error {
  override name = 'Withheld'
}

export type Tapped = { fetch: typeof fetch; wire(): Wire | undefined }

/**
 * A `fetch` that keeps what goes over the wire. `beforeSending` has the exact body before the first byte leaves, and may throw
 * {@link Withheld}. Nobody is followed elsewhere: a redirect would take the words to an address that no setting names.
 */
export function tap(beforeSending: (request: { url: string; body: string }) => Promise<void>): Tapped {
  let wire: Wire | undefined
  const chunks: Uint8Array[] = []
  return {
    wire: () => wire && { ...wire, answer: Buffer.concat(chunks).toString('utf8') },
    async fetch(input, init) {
      const url = addressOf(input)
      const body =
        typeof init?.body === 'string'
          ? init.body
          : Buffer.from(await new Response(init?.body).arrayBuffer()).toString('utf8')
      await beforeSending({ url, body })
      wire = { url, request: body, status: null, answer: '' }
      const response = await fetch(input, { ...init, body, redirect: 'error' })
      wire.status = response.status
      if (!response.body) return response
      let bytes = 0
      const kept = response.body.pipeThrough(
        new TransformStream<Uint8Array, Uint8Array>({
          transform(chunk, controller) {
            bytes += chunk.byteLength
            if (bytes > mostBytes) throw new AnswerTooLong()
            chunks.push(chunk)
            controller.enqueue(chunk)
          },
        }),
      )
      return new Response(kept, { status: response.status, statusText: response.statusText, headers: response.headers })
    },
  }
}

/** The address without what may be a key in it. */
function addressOf(input: Parameters<typeof fetch>[0]): string {
  const url = new URL(typeof input === 'string' ? input : input instanceof URL ? input.href : input.url)
  url.search = ''
  return url.href
}
