import { type Document, isAlias, isMap, isNode, isScalar, isSeq } from 'yaml'
import type { Path } from './problem.ts'

/**
 * Where in the text a path stands: the offset of its value, or of its key. Where the path ends in nothing (a missing
 * key), the offset of the key above.
 */
export function placeOf(document: Document, path: Path, atKey = false): number {
  let node: unknown = document.contents
  let offset = startOf(node) ?? 0
  let above = offset
  for (const [index, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document)
    let keyOffset: number | undefined
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => (isScalar(key) ? String(key.value) : String(key)) === String(step))
      if (!pair) return above
      keyOffset = startOf(pair.key)
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(step)]
    } else return above
    above = keyOffset ?? startOf(node) ?? above
    const isLast = index === path.length - 1
    const here = (isLast && atKey) || isEmpty(node) ? keyOffset : startOf(node)
    offset = here ?? startOf(node) ?? offset
  }
  return offset
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined
}

/** A value left out: its own range lies behind the colon, or on a later line. */
function isEmpty(node: unknown): boolean {
  return !isNode(node) || (isScalar(node) && node.value === null && node.source === '')
}
