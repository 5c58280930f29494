import type { EmbeddingModel, LanguageModel } from 'ai'
import type { Connection } from './connection.ts'

/** A provider's model as an object: an id alone would lead to whoever's gateway the SDK knows. */
type Objects = { language(): Exclude<LanguageModel, string>; embedding(): Exclude<EmbeddingModel, string> }

/** An address for what needs one and has none of its own. */
const local = 'http://127.0.0.1:11434/v1'

/**
 * The objects by which a model is asked. Packages are loaded when the first model is: a bot without one never has them in memory. The
 * key is always given, so that no package looks for one in the environment by itself.
 */
export async function objectsOf(connection: Connection, key: string, fetch: typeof globalThis.fetch): Promise<Objects> {
  const { provider, model, baseUrl } = connection
  const base = { fetch, ...(baseUrl ? { baseURL: baseUrl } : {}) }
  switch (provider) {
    case 'openai-compatible': {
      const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible')
      const made = createOpenAICompatible({
        name: 'openai-compatible',
        ...base,
        baseURL: baseUrl ?? local,
        includeUsage: true,
        supportsStructuredOutputs: connection.takesSchema,
        ...(key ? { apiKey: key } : {}),
      })
      return { language: () => made.chatModel(model), embedding: () => made.embeddingModel(model) }
    }
    case 'anthropic': {
      const { createAnthropic } = await import('@ai-sdk/anthropic')
      const made = createAnthropic({ ...base, apiKey: key })
      return { language: () => made(model), embedding: () => lacks(provider) }
    }
    case 'google': {
      const { createGoogleGenerativeAI } = await import('@ai-sdk/google')
      const made = createGoogleGenerativeAI({ ...base, apiKey: key })
      return { language: () => made(model), embedding: () => made.embeddingModel(model) }
    }
    case 'azure': {
      const { createAzure } = await import('@ai-sdk/azure')
      const made = createAzure({ ...base, apiKey: key })
      return { language: () => made.chat(model), embedding: () => made.embeddingModel(model) }
    }
    case 'bedrock': {
      const { createAmazonBedrock } = await import('@ai-sdk/amazon-bedrock')
      const made = createAmazonBedrock({
        ...base,
        apiKey: key,
        ...(connection.region ? { region: connection.region } : {}),
      })
      return { language: () => made(model), embedding: () => made.embeddingModel(model) }
    }
  }
}

function lacks(provider: string): never {
  throw new Error(`${provider} has no embeddings`)
}
