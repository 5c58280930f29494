/** How near two vectors point, from -1 to 1. Those of different lengths are of different models, and not alike. */
export function cosine(one: readonly number[], other: readonly number[]): number {
  if (one.length !== other.length) return 0
  let [dot, ofOne, ofOther] = [0, 0, 0]
  for (let at = 0; at < one.length; at++) {
    const [a = 0, b = 0] = [one[at], other[at]]
    dot += a * b
    ofOne += a * a
    ofOther += b * b
  }
  // Of tiny ones the product alone would be nothing, and what is left of it inexact.
  const length = Math.sqrt(ofOne) * Math.sqrt(ofOther)
  return length > 0 ? Math.max(-1, Math.min(1, dot / length)) : 0
}
