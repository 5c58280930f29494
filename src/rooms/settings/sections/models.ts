import { z } from 'zod'
import { type Connection, providers } from '../../../kit/models/index.ts'
import { duration } from '../values/duration.ts'
import { isSafeAddress, variable } from '../values/outside.ts'
import { patternFault } from '../values/own-pattern.ts'

/** YAML of today reads `no` as a text. */
const yesOrNo = z.union([z.boolean(), z.enum(['yes', 'no']).transform((word) => word === 'yes')])

/** A price for a million tokens, in whatever money the limits are counted in. */
const price = z.strictObject({
  input: z.number().min(0).default(0).describe('Of what is sent, per million tokens. 送る100万トークンあたり'),
  output: z.number().min(0).default(0).describe('Of the answer, per million tokens. 答えの100万トークンあたり'),
})

/** One model: how it is reached, what may go there, and what it costs. */
export type ModelSettings = {
  connection: Connection
  /** Whether what is sent leaves the company. */
  leaves: boolean
  /** Whether private incidents may go there. */
  takesPrivate: boolean
  price: { input: number; output: number }
  timeoutMs: number
}

const isHttp = (text: string) => {
  const { protocol, username, password } = URL.parse(text) ?? {}
  return (protocol === 'http:' || protocol === 'https:') && username === '' && password === ''
}

const model = z
  .strictObject({
    provider: z.enum(providers).describe('openai-compatible is also Ollama, vLLM and the like. 提供元'),
    base_url: z
      .string('model_url')
      .refine(isHttp, 'model_url')
      .optional()
      .describe('Where it stands; http only on this machine, or with leaves: no. 場所'),
    model: z.string().trim().min(1).max(200).describe('Its name there; on Azure the deployment. モデル名'),
    key_env: variable.optional().describe('The environment variable with its key. キーの変数名'),
    region: z
      .string()
      .regex(/^[a-z0-9-]{2,30}$/)
      .optional()
      .describe('Of Bedrock. Bedrock のリージョン'),
    leaves: yesOrNo.default(true).describe('no: what is sent stays in the company. 社外に出るか'),
    private: yesOrNo.default(false).describe('Whether private incidents may go there. 非公開のインシデントも送るか'),
    stream: yesOrNo.default(true).describe('Whether the answer is read as it is written. 答えを順に受け取るか'),
    schema: yesOrNo.default(false).describe('openai-compatible: whether it takes a JSON schema. JSON スキーマを渡すか'),
    price: price.prefault({}).describe('For the limits of money. 料金'),
    timeout: duration.prefault('60s').describe('How long an answer may take. 答えを待つ時間'),
  })
  .superRefine(({ provider, base_url, key_env, leaves }, context) => {
    const lack = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
    if (base_url === undefined && (provider === 'openai-compatible' || provider === 'azure'))
      lack('base_url', 'model_url')
    if (base_url !== undefined && leaves && !isSafeAddress(base_url)) lack('base_url', 'model_url_open')
    if (key_env === undefined && provider !== 'openai-compatible') lack('key_env', 'model_key')
  })
  .transform(
    (it): ModelSettings => ({
      connection: {
        provider: it.provider,
        model: it.model,
        baseUrl: it.base_url?.replace(/(?<!\/)\/+$/, ''),
        keyEnv: it.key_env,
        region: it.region,
        streams: it.stream,
        takesSchema: it.schema,
      },
      leaves: it.leaves,
      takesPrivate: it.private,
      price: it.price,
      timeoutMs: it.timeout,
    }),
  )

const ownPattern = z
  .strictObject({
    name: z.string().trim().min(1).max(40).describe('What it is, for whoever reads the settings. 名前'),
    pattern: z.string('model_pattern').describe('A regular expression without * and +. 正規表現'),
  })
  .superRefine(({ pattern }, context) => {
    const fault = patternFault(pattern)
    if (!fault) return
    const message = fault === 'unreadable' ? 'model_pattern' : 'model_pattern_unbounded'
    context.addIssue({ code: 'custom', path: ['pattern'], message, input: pattern })
  })
  .transform(({ name, pattern }) => ({ name, pattern: new RegExp(pattern, 'gu') }))

const tokens = z.int().positive()
const money = z.number().positive().optional()

/** Language models. Without `fast` and `careful` nothing is sent anywhere. */
export const models = z.strictObject({
  enabled: yesOrNo.default(true).describe('no: nothing is sent, whatever stands here. すべて止める'),
  fast: model.optional().describe('For summaries and catching up. 要約・追いつき用'),
  careful: model.optional().describe('For drafts and the postmortem. 下書き・事後分析用'),
  embeddings: model.optional().describe('For likeness of incidents. 類似検索用'),
  limits: z
    .strictObject({
      tokens_per_incident: tokens.default(500_000).describe('Tokens in 24 hours, per incident. 1件あたり'),
      tokens_per_day: tokens.default(3_000_000).describe('Tokens in 24 hours, of all. 全体'),
      cost_per_incident: money.describe('Money in 24 hours, per incident. 1件あたりの費用'),
      cost_per_day: money.describe('Money in 24 hours, of all. 全体の費用'),
      at_once: z.int().min(1).max(20).default(2).describe('Questions at the same time. 同時に'),
      attempts: z.int().min(1).max(5).default(3).describe('How often one question is sent at most. 試す回数'),
      input: z.int().min(1_000).max(1_000_000).default(24_000).describe('Tokens of one question. 1回に送る量'),
      output: z.int().min(200).max(32_000).default(3_000).describe('Tokens of one answer. 1回の答え'),
    })
    .prefault({})
    .describe('What models may take. 上限'),
  redact: z
    .array(ownPattern)
    .max(20)
    .default([])
    .describe('Patterns of your own that never leave, besides those that the bot knows. 独自に伏せるもの'),
  ledger: z
    .strictObject({
      keep: duration.prefault('90d').describe('How long the texts stay in the ledger. 送信記録の文面を残す期間'),
    })
    .prefault({})
    .describe('What was sent. 送信記録'),
})

export type ModelsSettings = z.output<typeof models>

export const modelRoles = ['fast', 'careful', 'embeddings'] as const
export type ModelRole = (typeof modelRoles)[number]

/** The models that the settings name, by what they are for. */
export function namedModels(settings: ModelsSettings): { role: ModelRole; model: ModelSettings }[] {
  return modelRoles.flatMap((role) => {
    const model = settings[role]
    return model ? [{ role, model }] : []
  })
}
