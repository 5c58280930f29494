/** Whose protocol a model speaks. `openai-compatible` is also that of local servers, such as Ollama, vLLM and llama.cpp. */
export const providers = ['openai-compatible', 'anthropic', 'google', 'azure', 'bedrock'] as const
export type Provider = (typeof providers)[number]

/** Where a model stands, and as whom one comes to it. */
export type Connection = {
  provider: Provider
  /** As its provider calls it; on Azure the name of the deployment. */
  model: string
  /** Undefined for the provider's own address. */
  baseUrl: string | undefined
  /** The variable with the key; undefined for a server that asks for none. */
  keyEnv: string | undefined
  /** Of Bedrock: `ap-northeast-1`. */
  region: string | undefined
  /** Whether an answer is read as it is written. */
  streams: boolean
  /** Whether the server takes a schema for its answer, where it speaks OpenAI's protocol. */
  takesSchema: boolean
}
