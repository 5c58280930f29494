import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.ts'
import { lineAt, parse, walk } from './syntax.ts'

/** Prefixes of fact types that are older than the room that declares them. */
const olderNames: Record<string, string> = { invitation: 'declaration' }

/** The file in which the room of a fact type declares it, or where there is no such room, the feature. */
const homesOf = (factType: string): { room: string; feature: string } => {
  const prefix = factType.replace(/\..*$/, '')
  const name = olderNames[prefix] ?? prefix
  return { room: `src/rooms/${name}/facts.ts`, feature: `src/features/${name}/facts.ts` }
}

/**
 * Fact types that are declared outside the room of their prefix, as `path:line: what`. Declarations merge across the whole program, and the
 * compiler accepts one anywhere, and the same one twice.
 */
export function factProblems(path: string, text: string): string[] {
  const found: string[] = []
  walk(parse(path, text).program, (node) => {
    if (node.type !== 'TSInterfaceDeclaration' || node.id.name !== 'FactData') return
    for (const member of node.body.body) {
      if (member.type !== 'TSPropertySignature' || member.key.type !== 'Literal') continue
      const factType = String(member.key.value)
      const { room, feature } = homesOf(factType)
      if (path !== room && (path !== feature || existsSync(join(root, room))))
        found.push(`${path}:${lineAt(text, member.start)}: declares ${factType}, which belongs in ${room}`)
    }
  })
  return found
}
