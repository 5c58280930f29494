import { type ESTree, parseSync, Visitor } from 'vite'

/** Statements that may read what the looker has no right to know, by `path: name`, each with the reason why nobody is shown it. */
export type Excused = Readonly<Record<string, string>>

type Declared = { name: string; isExported: boolean; text: string; at: number; tables: ReadonlySet<string> }

/** The tables whose rows belong to an incident: `incidents` itself, and all that have its id. */
export function tablesOfIncidents(schema: string): ReadonlySet<string> {
  const tables = [...schema.matchAll(/^create table (\w+) \(\n(.*?)^\);/gms)]
  const hanging = tables.filter(([, , columns = '']) => /^ {2}incident_id /m.test(columns))
  return new Set(['incidents', ...hanging.flatMap(([, name]) => (name ? [name] : []))])
}

/** A query holds the predicate, or asks for an incident by an id that whoever has it was admitted to. */
const holds = /\breadableBy\(/
const byId: Record<'incidents' | 'hanging', RegExp> = {
  incidents: /where\('(incidents\.)?id', '(=|in)', |incidents\.id = (any\()?\$\{|\bwhere id = \$\{/,
  hanging: /where\('(\w+\.)?incident_id', '(=|in)', |incident_id = (any\()?(\$\{|incidents\.id\b)/,
}

const isGuarded = (text: string, table: string) =>
  holds.test(text) || byId[table === 'incidents' ? 'incidents' : 'hanging'].test(text)

/** What is declared at the top of a file, and which of `tables` each reads. */
function declarations(program: ESTree.Program, source: string, tables: ReadonlySet<string>): Declared[] {
  return program.body.flatMap((statement) => {
    const isExported = statement.type === 'ExportNamedDeclaration'
    const declared = isExported ? statement.declaration : statement
    const name =
      declared?.type === 'FunctionDeclaration'
        ? declared.id?.name
        : declared?.type === 'VariableDeclaration' && declared.declarations[0]?.id.type === 'Identifier'
          ? declared.declarations[0].id.name
          : undefined
    if (!name) return []
    const text = source.slice(statement.start, statement.end)
    return [
      { name, isExported, text, at: statement.start, tables: tablesIn({ ...program, body: [statement] }, tables) },
    ]
  })
}

function tablesIn(program: ESTree.Program, tables: ReadonlySet<string>): Set<string> {
  const read = new Set<string>()
  const note = (name: string | undefined) => {
    const table = name?.split(' ')[0]
    if (table && tables.has(table)) read.add(table)
  }
  new Visitor({
    CallExpression({ callee, arguments: [first] }) {
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return
      if (!/^(selectFrom|(inner|left|right|full|cross)Join|from)$/.test(callee.property.name)) return
      const names = first?.type === 'ArrayExpression' ? first.elements : [first]
      for (const each of names) if (each?.type === 'Literal' && typeof each.value === 'string') note(each.value)
    },
    TemplateElement({ value }) {
      const words = value.raw.replaceAll(/\b(delete|update)\s+from\b/gi, '')
      for (const [, name] of words.matchAll(/\b(?:from|join)\s+(\w+)/gi)) note(name)
    },
  }).visit(program)
  return read
}

/**
 * Queries of a file that read what hangs on incidents, hold neither `readableBy` nor an id that was admitted, and are not excused; as
 * `path:line: what`. What a file keeps to itself is judged by who calls it there.
 */
export function readableProblems(
  path: string,
  source: string,
  tables: ReadonlySet<string>,
  excused: Excused,
  met: (excuse: string) => void = () => {},
): string[] {
  const declared = declarations(parseSync(path, source).program, source, tables)
  const open = new Map<string, Set<string>>()
  const openOf = (each: Declared): Set<string> => {
    const known = open.get(each.name)
    if (known) return known
    const found = new Set([...each.tables].filter((table) => !isGuarded(each.text, table)))
    open.set(each.name, found)
    for (const helper of declared) {
      if (helper === each || helper.isExported || !new RegExp(`\\b${helper.name}\\(`).test(each.text)) continue
      for (const table of openOf(helper)) if (!isGuarded(each.text, table)) found.add(table)
    }
    return found
  }
  return declared.flatMap((each) => {
    const tablesRead = each.isExported ? [...openOf(each)] : []
    if (tablesRead.length === 0) return []
    const excuse = `${path}: ${each.name}`
    met(excuse)
    if (excuse in excused) return []
    const line = source.slice(0, each.at).split('\n').length
    return [
      `${path}:${line}: ${each.name} reads ${tablesRead.join(', ')} without readableBy, or an id that was admitted`,
    ]
  })
}
