import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ESTree } from 'vite'
import type { FactShape } from '../../src/rooms/facts/shape.ts'
import { root } from '../check/root.ts'
import { parse, walk } from '../check/syntax.ts'

const keyOf = (key: ESTree.Node): string =>
  key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : ''

/** Moments are ISO 8601 texts under names that say so. */
const isMoment = (name: string): boolean => /At$/.test(name) || name === 'until'

const isNothing = ({ type }: ESTree.TSType): boolean => type === 'TSNullKeyword' || type === 'TSUndefinedKeyword'

/** A shape that may also be null or missing. */
const optional = (shape: FactShape): FactShape =>
  typeof shape === 'string' ? (shape === 'any' || shape.endsWith('?') ? shape : `${shape}?`) : { ...shape, '?': 'any' }

const literals: Readonly<Record<string, FactShape>> = { string: 'string', number: 'number', boolean: 'boolean' }

/** The shape of a type as `facts.ts` writes it; names of other types are anything. */
function shapeOf(node: ESTree.TSType, name: string): FactShape {
  switch (node.type) {
    case 'TSStringKeyword':
      return isMoment(name) ? 'moment' : 'string'
    case 'TSNumberKeyword':
      return 'number'
    case 'TSBooleanKeyword':
      return 'boolean'
    case 'TSLiteralType':
      return (node.literal.type === 'Literal' && literals[typeof node.literal.value]) || 'any'
    case 'TSArrayType':
      return { '[]': shapeOf(node.elementType, '') }
    case 'TSTupleType':
      return Object.fromEntries([
        ['[]', 'any'],
        ...node.elementTypes.map((each, n) => [
          String(n),
          // Facts have pairs of plain types, and no rest.
          shapeOf((each.type === 'TSNamedTupleMember' ? each.elementType : each) as ESTree.TSType, ''),
        ]),
      ])
    case 'TSTypeLiteral':
      return fieldsOf(node.members)
    case 'TSUnionType': {
      const kinds = node.types.filter((each) => !isNothing(each)).map((each) => shapeOf(each, name))
      const [first = 'any'] = kinds
      const one = kinds.every((each) => each === first) ? first : 'any'
      return node.types.some(isNothing) ? optional(one) : one
    }
    default:
      return 'any'
  }
}

function fieldsOf(members: readonly ESTree.Node[]): Record<string, FactShape> {
  return Object.fromEntries(
    members.flatMap((member): [string, FactShape][] => {
      if (member.type !== 'TSPropertySignature' || !member.typeAnnotation) return []
      const name = keyOf(member.key)
      const shape = shapeOf(member.typeAnnotation.typeAnnotation, name)
      return [[name, member.optional ? optional(shape) : shape]]
    }),
  )
}

/** The shape of each fact's data, as the rooms and features declare them in their `facts.ts`. */
export function factShapes(): Record<string, FactShape> {
  const shapes: Record<string, FactShape> = {}
  const declaring = ['src/rooms', 'src/features'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('facts.ts'))
      .map((path) => join(folder, path)),
  )
  for (const path of declaring.toSorted()) {
    const text = readFileSync(join(root, path), 'utf8')
    walk(parse(path, text).program, (node) => {
      if (node.type === 'TSInterfaceDeclaration' && node.id.name === 'FactData')
        Object.assign(shapes, fieldsOf(node.body.body))
    })
  }
  return shapes
}

const isBare = (key: string): boolean => /^[a-z_]\w*$/i.test(key)

/** A shape as Biome would write it. */
function written(shape: FactShape, indent: string): string {
  if (typeof shape === 'string') return `'${shape}'`
  const fields = Object.entries(shape)
  if (fields.length === 0) return '{}'
  const inner = `${indent}  `
  const lines = fields.map(([key, each]) => `${inner}${isBare(key) ? key : `'${key}'`}: ${written(each, inner)},\n`)
  return `{\n${lines.join('')}${indent}}`
}

/** The file that the bot reads, as it is to be. */
export const shapesFile = (): string =>
  `// Written by test/architecture/outside-facts.test.ts (with -u) from the facts.ts of the rooms.
import type { FactShape } from './shape.ts'

export const factShapes: Readonly<Record<string, FactShape>> = ${written(factShapes(), '')}
`
