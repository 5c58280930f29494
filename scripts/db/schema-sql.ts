import type { Catalog, Table } from './catalog.ts'

const HEAD = `-- The schema that all migrations together make: to read and to compare, never to run. Written by scripts/db/schema.ts.
`

/** The catalog as SQL text, the same on every machine. */
export function schemaSql({ tables, routines }: Catalog): string {
  return [HEAD, ...tables.map(describeTable), ...routines.map((definition) => `${definition};\n`)].join('\n')
}

function describeTable({ name, columns, constraints, indexes }: Table): string {
  const lines = [
    ...columns.map((column) => {
      const parts = [column.name, column.type]
      if (column.not_null) parts.push('not null')
      if (column.default_value !== null) {
        parts.push(
          column.default_value.startsWith('generated ') ? column.default_value : `default ${column.default_value}`,
        )
      }
      return parts.join(' ')
    }),
    ...constraints.map((constraint) => `constraint ${constraint.name} ${constraint.definition}`),
  ]
  const table = `create table ${name} (\n${lines.map((line) => `  ${line}`).join(',\n')}\n);`
  return [table, ...indexes.map((definition) => `${definition};`), ''].join('\n')
}
