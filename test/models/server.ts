import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'

/** One request and its answer, as bytes that went over the wire. */
export type Captured = { path: string; authorization: string | null; request: string; answer: string; status: number }

/** What a model is asked, as its server reads it. */
export type Chat = {
  model: string
  system: string
  prompt: string
  isStream: boolean
  tools: unknown
  /** The records of the prompt, by their names there. */
  records: Readonly<Record<string, { words: string; at?: string | undefined; by?: string | undefined }>>
}

/** How the next question is answered. */
export type Manner =
  /** As `say` has it. */
  | { is: 'said'; text: string; finish?: string; usage?: boolean }
  | { is: 'tool-call'; name: string }
  | { is: 'status'; status: number; retryAfter?: number; body?: string }
  | { is: 'garbage' }
  /** The connection ends in the middle. */
  | { is: 'half'; text: string }
  /** Nothing ever comes, or nothing more. */
  | { is: 'hang'; text?: string }

export interface ModelServer {
  /** Its address, as `base_url` has it. */
  readonly url: string
  readonly captured: readonly Captured[]
  /** The questions, as they were read. */
  readonly chats: readonly Chat[]
  /** From now on questions are answered so; the last one goes on. */
  answer(...manners: readonly (Manner | ((chat: Chat) => Manner))[]): void
  /** Texts that were sent to be embedded. */
  readonly embedded: readonly string[]
  close(): Promise<void>
}

/** The answer that cites what it says: for stories in which only that matters. */
export const claims = (
  ...statements: readonly { words: string; sources: readonly string[]; assumption?: boolean; part?: string }[]
): Manner => ({
  is: 'said',
  text: JSON.stringify({ statements: statements.map((each) => ({ assumption: false, part: 'whole', ...each })) }),
})

const message = z.object({ role: z.string(), content: z.unknown() })
const chatBody = z.object({
  model: z.string(),
  messages: z.array(message),
  stream: z.boolean().optional(),
  stream_options: z.object({ include_usage: z.boolean().optional() }).optional(),
  tools: z.unknown().optional(),
})
const embeddingBody = z.object({ model: z.string(), input: z.union([z.string(), z.array(z.string())]) })
const record = z.object({ key: z.string(), words: z.string(), at: z.string().optional(), by: z.string().optional() })

/** A server that speaks OpenAI's protocol: chat completions, whole or as a stream, and embeddings. */
export async function startModels(): Promise<ModelServer> {
  const captured: Captured[] = []
  const chats: Chat[] = []
  const embedded: string[] = []
  let manners: (Manner | ((chat: Chat) => Manner))[] = [{ is: 'garbage' }]
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8')
      const entry: Captured = {
        path: request.url ?? '',
        authorization: request.headers.authorization ?? null,
        request: body,
        answer: '',
        status: 0,
      }
      captured.push(entry)
      const wire = wireOf(response, entry)
      if (entry.path.endsWith('/embeddings')) embed(wire, body)
      else chat(wire, body)
    })
  })

  function chat(wire: Wire, body: string): void {
    const read = readChat(body)
    chats.push(read.chat)
    const [next = { is: 'garbage' as const }] = manners
    if (manners.length > 1) manners = manners.slice(1)
    respond(wire, read, typeof next === 'function' ? next(read.chat) : next)
  }

  function embed(wire: Wire, body: string): void {
    const { model, input } = embeddingBody.parse(JSON.parse(body))
    const texts = [input].flat()
    embedded.push(...texts)
    const data = texts.map((text, index) => ({ object: 'embedding', index, embedding: vectorOf(text) }))
    wire.json(200, { object: 'list', model, data, usage: { prompt_tokens: 7, total_tokens: 7 } })
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // It listens on a port, not on a pipe.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v1`,
    captured,
    chats,
    embedded,
    answer(...next) {
      manners = [...next]
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

type Wire = {
  json(status: number, body: unknown, headers?: Record<string, string>): void
  begin(): void
  write(text: string): void
  end(): void
  cut(): void
  raw(status: number, text: string, headers?: Record<string, string>): void
}

function wireOf(response: ServerResponse, entry: Captured): Wire {
  const put = (text: string) => {
    entry.answer += text
    response.write(text)
  }
  const raw: Wire['raw'] = (status, text, headers = {}) => {
    entry.status = status
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    put(text)
    response.end()
  }
  return {
    raw,
    json: (status, body, headers) => raw(status, JSON.stringify(body), headers),
    begin() {
      entry.status = 200
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.flushHeaders()
    },
    write: put,
    end: () => response.end(),
    // What was written goes out first.
    cut: () => void setImmediate(() => setImmediate(() => response.destroy())),
  }
}

type Read = { chat: Chat; wantsUsage: boolean }

function readChat(body: string): Read {
  const { model, messages, stream = false, stream_options, tools } = chatBody.parse(JSON.parse(body))
  const textOf = (role: string) =>
    messages
      .filter((each) => each.role === role)
      .map(({ content }) => plain(content))
      .join('\n')
  const prompt = textOf('user')
  const records = Object.fromEntries(
    prompt.split('\n').flatMap((line) => {
      const read = line.startsWith('{') ? record.safeParse(JSON.parse(line)) : undefined
      if (!read?.success) return []
      const { key, ...rest } = read.data
      return [[key, rest] as const]
    }),
  )
  const chat: Chat = { model, system: textOf('system'), prompt, isStream: stream, tools, records }
  return { chat, wantsUsage: stream_options?.include_usage === true }
}

const part = z.array(z.object({ text: z.string() }))
const plain = (content: unknown): string =>
  typeof content === 'string'
    ? content
    : part
        .parse(content)
        .map(({ text }) => text)
        .join('')

const usageOf = (chat: Chat, text: string) => {
  const [input, output] = [Math.ceil((chat.prompt.length + chat.system.length) / 4), Math.ceil(text.length / 4)]
  return { prompt_tokens: input, completion_tokens: output, total_tokens: input + output }
}

function respond(wire: Wire, { chat, wantsUsage }: Read, manner: Manner): void {
  const common = { id: 'chatcmpl-1', created: 1_790_000_000, model: chat.model }
  const event = (data: unknown) => `data: ${JSON.stringify(data)}\n\n`
  const delta = (delta: object, finish_reason: string | null = null) =>
    event({ ...common, object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason }] })
  const pieces = (text: string) => text.match(/.{1,40}/gsu) ?? []
  switch (manner.is) {
    case 'status': {
      const headers = manner.retryAfter === undefined ? {} : { 'retry-after': String(manner.retryAfter) }
      wire.raw(manner.status, manner.body ?? '{"error":{"message":"no","type":"x","code":"y"}}', headers)
      return
    }
    case 'garbage':
      wire.raw(200, '<html>502 from a proxy</html>')
      return
    case 'hang':
      wire.begin()
      if (manner.text !== undefined) wire.write(delta({ role: 'assistant', content: manner.text }))
      return
    case 'half':
      wire.begin()
      wire.write(delta({ role: 'assistant', content: manner.text }))
      wire.cut()
      return
    case 'tool-call': {
      const call = { id: 'call_1', type: 'function', function: { name: manner.name, arguments: '{}' } }
      if (!chat.isStream) {
        const choice = {
          index: 0,
          message: { role: 'assistant', content: null, tool_calls: [call] },
          finish_reason: 'tool_calls',
        }
        wire.json(200, { ...common, object: 'chat.completion', choices: [choice], usage: usageOf(chat, '') })
        return
      }
      wire.begin()
      wire.write(delta({ role: 'assistant', tool_calls: [{ index: 0, ...call }] }))
      wire.write(delta({}, 'tool_calls'))
      wire.write('data: [DONE]\n\n')
      wire.end()
      return
    }
    case 'said': {
      const { text, finish = 'stop', usage = true } = manner
      if (!chat.isStream) {
        const choice = { index: 0, message: { role: 'assistant', content: text }, finish_reason: finish }
        const counted = usage ? { usage: usageOf(chat, text) } : {}
        wire.json(200, { ...common, object: 'chat.completion', choices: [choice], ...counted })
        return
      }
      wire.begin()
      wire.write(delta({ role: 'assistant', content: '' }))
      for (const piece of pieces(text)) wire.write(delta({ content: piece }))
      wire.write(delta({}, finish))
      if (usage && wantsUsage)
        wire.write(event({ ...common, object: 'chat.completion.chunk', choices: [], usage: usageOf(chat, text) }))
      wire.write('data: [DONE]\n\n')
      wire.end()
      return
    }
  }
}

/** Texts that share letters lie near each other. */
function vectorOf(text: string): number[] {
  const vector = new Array<number>(16).fill(0)
  for (const letter of text) {
    const at = (letter.codePointAt(0) ?? 0) % vector.length
    vector[at] = (vector[at] ?? 0) + 1
  }
  return vector
}
