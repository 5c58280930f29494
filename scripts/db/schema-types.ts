import type { Catalog, Column, Table } from './catalog.ts'

/** How a column's value arrives (see src/kit/db/column-types.ts). */
const TYPES: Readonly<Record<string, string>> = {
  text: 'string',
  'character varying': 'string',
  uuid: 'string',
  date: 'string',
  numeric: 'string',
  integer: 'number',
  smallint: 'number',
  bigint: 'number',
  'double precision': 'number',
  real: 'number',
  boolean: 'boolean',
  'timestamp with time zone': 'Date',
  bytea: 'Buffer',
  tsvector: 'string',
}

/** The catalog as Kysely's table types. Throws an Error on a column type that nobody decided about. */
export function schemaTypes({ tables }: Catalog): string {
  const bodies = tables.map(describeTable)
  const text = bodies.join('\n')
  const names = ['ColumnType', 'Generated', 'GeneratedAlways'].filter((name) => new RegExp(`\\b${name}<`).test(text))
  return [
    '// Made from the migrations by scripts/db/schema.ts: do not edit.',
    ...(names.length > 0 ? [`import type { ${names.join(', ')} } from 'kysely'`] : []),
    ...(text.includes('JsonColumn') ? [`import type { JsonColumn } from './json.ts'`] : []),
    '',
    text,
    'export interface Schema {',
    ...tables.map(({ name }) => `  ${name}: ${typeName(name)}`),
    '}',
    '',
  ].join('\n')
}

function describeTable(table: Table): string {
  const lines = table.columns.map((column) => `  ${column.name}: ${columnType(table, column)}`)
  return [`export interface ${typeName(table.name)} {`, ...lines, '}', ''].join('\n')
}

function columnType(table: Table, column: Column): string {
  const nullable = column.not_null ? '' : ' | null'
  const plain = plainType(table, column)
  if (plain === 'JsonColumn') return nullable ? 'JsonColumn<null>' : plain
  if (column.generated) return `GeneratedAlways<${plain}${nullable}>`
  // Kysely lets a nullable column be left out by itself.
  return column.optional && column.not_null ? `Generated<${plain}>` : `${plain}${nullable}`
}

function plainType(table: Table, { name, type }: Column): string {
  if (type === 'jsonb') return 'JsonColumn'
  const [item = type, list] = type.split(/(\[\])$/)
  const found = TYPES[item.replace(/\(.*\)/, '')]
  if (!found)
    throw new Error(
      `No type is decided for ${table.name}.${name} of type ${type}: add it to scripts/db/schema-types.ts`,
    )
  if (list) return `${found}[]`
  return allowedTexts(table, name) ?? found
}

/** `check (status in ('a', 'b'))` as the union 'a' | 'b', so that the rule in the table is the rule in the code. */
function allowedTexts(table: Table, column: string): string | undefined {
  for (const { definition } of table.constraints) {
    const [, name, list] = /^CHECK \(\((\w+) = ANY \(ARRAY\[(.*)\]\)\)\)$/.exec(definition) ?? []
    if (name === column && list)
      return [...list.matchAll(/'([^']*)'::text/g)].map(([, text]) => `'${text}'`).join(' | ')
  }
  return undefined
}

function typeName(table: string): string {
  return table.replaceAll(/(?:^|_)([a-z])/g, (_all, letter: string) => letter.toUpperCase())
}
