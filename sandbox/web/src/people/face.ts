// Muted tones that carry white letters at 4.5:1 or better.
const COLOURS = [
  '#2f6f6a',
  '#4a6590',
  '#8a5a3c',
  '#6b5b95',
  '#3f7a4f',
  '#9a4f5f',
  '#5b6b2f',
  '#7a4f86',
  '#2e6a8a',
  '#86603f',
]

/** The same colour for the same id, everywhere. */
export function colourOf(id: string): string {
  let hash = 7
  for (const char of id) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) >>> 0
  return COLOURS[hash % COLOURS.length] ?? '#2f6f6a'
}

/** Two letters of a Latin name, the first character of any other. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/[\s・]+/)
  const first = [...(words[0] ?? '?')][0] ?? '?'
  if (!/[A-Za-z]/.test(first)) return first
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : ''
  return (first + last).toUpperCase()
}
