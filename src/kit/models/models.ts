/**
 * The port to language models, over the Vercel AI SDK. Tried against a server that speaks OpenAI's protocol (test/models); Anthropic,
 * Google, Azure and Bedrock are wired as their packages document it, and were never tried on the real providers.
 */
import { z } from 'zod'
import type { Connection } from './connection.ts'
import type { Outcome, Usage, Wire } from './outcome.ts'
import { objectsOf } from './providers.ts'
import { whatBecame } from './what-became.ts'
import { tap } from './wire.ts'

/** What a model is asked: what it is to do, and what it is to do it with. */
export type Question = {
  instructions: string
  prompt: string
  /** The schema of the answer, JSON Schema; for servers that take one. */
  schema: Readonly<Record<string, unknown>>
  /** In tokens. */
  mostOutput: number
}

export type Terms = {
  /** After how many milliseconds the attempt is given up. */
  timeoutMs: number
  signal: AbortSignal
  /** Has the exact body before anything leaves; what it throws keeps it from leaving. */
  beforeSending(request: { url: string; body: string }): Promise<void>
}

/** What became of one attempt, and what went over the wire; `wire` is undefined where nothing left. */
export type Attempt<T> = { outcome: Outcome<T>; wire: Wire | undefined }

export interface Models {
  /** Asks once; never throws and never tries again. */
  ask(connection: Connection, question: Question, terms: Terms): Promise<Attempt<string>>
  /** The vectors of some texts, in their order. Once, as above. */
  embed(connection: Connection, texts: readonly string[], terms: Terms): Promise<Attempt<number[][]>>
}

export type ModelsParts = {
  /** The secret in an environment variable. */
  secret(name: string): string | undefined
}

export function createModels({ secret }: ModelsParts): Models {
  const keyOf = ({ keyEnv }: Connection) => (keyEnv ? secret(keyEnv) : '')

  async function attempt<T>(
    connection: Connection,
    { timeoutMs, signal, beforeSending }: Terms,
    work: (objects: Awaited<ReturnType<typeof objectsOf>>, abortSignal: AbortSignal) => Promise<Outcome<T>>,
  ): Promise<Attempt<T>> {
    const key = keyOf(connection)
    if (key === undefined) return { outcome: { is: 'withheld', reason: 'key_missing' }, wire: undefined }
    const tapped = tap(beforeSending)
    const timeUp = AbortSignal.timeout(timeoutMs)
    try {
      const objects = await objectsOf(connection, key, tapped.fetch)
      const outcome = await work(objects, AbortSignal.any([signal, timeUp]))
      return { outcome, wire: tapped.wire() }
    } catch (error) {
      return { outcome: whatBecame(error, { timeUp, stopped: signal }), wire: tapped.wire() }
    }
  }

  return {
    ask: (connection, question, terms) =>
      attempt(connection, terms, async ({ language }, abortSignal) => {
        const { generateText, jsonSchema, Output, streamText } = await quietSdk()
        const asked = {
          model: language(),
          instructions: question.instructions,
          prompt: question.prompt,
          output: Output.object({ schema: jsonSchema(question.schema) }),
          maxOutputTokens: question.mostOutput,
          temperature: 0,
          maxRetries: 0,
          abortSignal,
        }
        if (!connection.streams) {
          try {
            const done = await generateText(asked)
            return read(done.text, done.finishReason, done.usage, done.toolCalls.length > 0)
          } catch (error) {
            // Whether it has the shape that was asked for, whoever asked will see.
            const said = unshaped.safeParse(error).data
            if (!said) throw error
            return read(said.text, said.finishReason, said.usage ?? {}, false)
          }
        }
        let text = ''
        let hasCalled = false
        let finish: { reason: string; usage: Counted } | undefined
        const { fullStream } = streamText({ ...asked, streamRetries: 0, onError: () => {} })
        for await (const part of fullStream) {
          if (part.type === 'text-delta') text += part.text
          else if (part.type === 'tool-call') hasCalled = true
          else if (part.type === 'error') throw part.error
          else if (part.type === 'abort') throw abortSignal.reason
          else if (part.type === 'finish') finish = { reason: part.finishReason, usage: part.totalUsage }
        }
        return finish ? read(text, finish.reason, finish.usage, hasCalled) : { is: 'cut', reason: 'half' }
      }),
    embed: (connection, texts, terms) =>
      attempt(connection, terms, async ({ embedding }, abortSignal) => {
        const { embedMany } = await quietSdk()
        const { embeddings, usage } = await embedMany({
          model: embedding(),
          values: [...texts],
          maxRetries: 0,
          maxParallelCalls: 1,
          abortSignal,
        })
        if (embeddings.length !== texts.length) return { is: 'unreadable', reason: 'count' }
        return {
          is: 'answered',
          value: embeddings,
          usage: Number.isFinite(usage.tokens) ? { input: usage.tokens, output: 0 } : undefined,
        }
      }),
  }
}

/** The SDK, which otherwise writes its warnings past our log. */
async function quietSdk() {
  globalThis.AI_SDK_LOG_WARNINGS = false
  return import('ai')
}

/** What the SDK throws for an answer that is not of the schema. */
const unshaped = z.object({
  text: z.string(),
  finishReason: z.string(),
  usage: z.object({ inputTokens: z.number().optional(), outputTokens: z.number().optional() }).optional(),
})

type Counted = { inputTokens?: number | undefined; outputTokens?: number | undefined }

/** Tools were offered to nobody: a call of one is no answer. */
function read(text: string, finishReason: string, counted: Counted, hasCalled: boolean): Outcome<string> {
  if (hasCalled) return { is: 'unreadable', reason: 'tool_call' }
  if (finishReason === 'content-filter') {
    return { is: 'refused', status: null, reason: 'content_filter', retryAfterMs: undefined }
  }
  if (finishReason !== 'stop') return { is: 'cut', reason: 'half' }
  return { is: 'answered', value: text, usage: usageOf(counted) }
}

const usageOf = ({ inputTokens, outputTokens }: Counted): Usage | undefined =>
  inputTokens === undefined || outputTokens === undefined ? undefined : { input: inputTokens, output: outputTokens }
