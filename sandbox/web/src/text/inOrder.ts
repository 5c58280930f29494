/** Items without an identity of their own (pieces of one text, rows of one block), each with a key by its place. */
export function inOrder<T>(items: readonly T[]): [key: string, item: T][] {
  return items.map((item, index) => [String(index), item])
}
