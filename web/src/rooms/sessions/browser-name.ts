const browsers = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/(Chrome|CriOS)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const

const systems = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Macintosh/, 'macOS'],
  [/Linux/, 'Linux'],
] as const

const first = (of: readonly (readonly [RegExp, string])[], text: string) => of.find(([mark]) => mark.test(text))?.[1]

/** What people call a browser, by what it says of itself; undefined where it says nothing. */
export function browserName(said: string): string | undefined {
  const [browser, system] = [first(browsers, said), first(systems, said)]
  if (browser) return system ? `${browser} · ${system}` : browser
  return said.split(/[ /]/)[0] || undefined
}
