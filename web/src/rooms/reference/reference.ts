/** As much of an OpenAPI document as is drawn. */
export type Schema = {
  $ref?: string
  type?: string | string[]
  description?: string
  enum?: unknown[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
}
export type Operation = {
  operationId: string
  summary: string
  description?: string
  parameters?: { name: string; in: string; required: boolean; description?: string; schema: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, { description: string; content?: Record<string, { schema: Schema }> }>
}
export type OpenApi = {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

/** What a name of the document stands for. */
export const resolved = ({ components }: OpenApi, schema: Schema): Schema => {
  const name = schema.$ref?.split('/').at(-1)
  return name === undefined ? schema : (components.schemas[name] ?? {})
}

/** A type in a few letters: `string[]`, `"real" | "drill"`. */
export function typeWords(document: OpenApi, given: Schema): string {
  const schema = resolved(document, given)
  if (schema.enum) return schema.enum.map((each) => JSON.stringify(each)).join(' | ')
  if (schema.anyOf) return schema.anyOf.map((each) => typeWords(document, each)).join(' | ')
  if (schema.items) return `${typeWords(document, schema.items)}[]`
  return [schema.type ?? (given.$ref ? (given.$ref.split('/').at(-1) ?? '') : 'any')].flat().join(' | ')
}
