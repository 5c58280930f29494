/** Shorter ones are words of every sentence, and are struck out only where their shape tells (a password in an address). */
const shortest = 6

/** Lines of a key that are shorter say nothing; longer ones are as good as the key. */
const shortestLine = 16

/** An error holds an answer that holds a payload: JSON stands within JSON so many times at most. */
const deepest = 4

/** Every secret of this process, longest first, so that no tail of a longer one is left standing. */
let known: readonly string[] = []

/** From now on these values are struck out of every output of this process. */
export function learnSecrets(values: Iterable<string>): void {
  const all = new Set(known)
  for (const value of values) for (const form of formsOf(value)) all.add(form)
  known = byLength(all)
}

/** Strikes the known secrets, and `more`, out of a text. Linear in the text for each of them. */
export function strikeKnown(text: string, strike: string, more: readonly string[] = []): string {
  let struck = text
  for (const secret of more.length > 0 ? byLength(new Set([...known, ...more])) : known) {
    if (secret.length <= struck.length) struck = struck.replaceAll(secret, strike)
  }
  return struck
}

/** As which texts a secret may stand in an output: plain, within JSON, within JSON within JSON and so on, in an address, decoded from one, as Base64; a key by its lines. */
export function formsOf(secret: string): string[] {
  const plain = [secret, decoded(secret), ...secretsInUrl(secret)]
  const lines = secret.includes('\n') ? secret.split(/\r?\n/).filter((line) => line.length >= shortestLine) : []
  const forms = [...plain, ...lines.filter((line) => !line.startsWith('-----'))].flatMap((each) => {
    const wellFormed = each.toWellFormed()
    return [
      ...quotedTo(deepest, each),
      encodeURIComponent(wellFormed),
      encodeURI(wellFormed),
      Buffer.from(each).toString('base64'),
    ]
  })
  return [...new Set(forms)].filter((form) => form.length >= shortest)
}

/**
 * The passwords that an address may hold, however it is read: from the first colon to the last `@`, which is what was meant, and
 * its pieces, as which a reader takes it that knows `@`, `/`, `?` and `#` for ends.
 */
export function secretsInUrl(url: string): string[] {
  const start = url.indexOf('://')
  const end = url.lastIndexOf('@')
  if (start < 0 || end < start) return []
  const colon = url.indexOf(':', start + 3)
  if (colon < 0 || colon > end) return []
  const password = url.slice(colon + 1, end)
  const pieces = password.split(/[@/?#:]/).filter((piece) => piece.length >= shortest)
  return [password, ...pieces].flatMap((each) => [each, decoded(each)])
}

function quotedTo(depth: number, text: string): string[] {
  if (depth === 0) return [text]
  return [text, ...quotedTo(depth - 1, JSON.stringify(text).slice(1, -1))]
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A percent sign that stands for itself.
    return text
  }
}

const byLength = (all: ReadonlySet<string>): string[] =>
  [...all].filter(({ length }) => length >= shortest).toSorted((a, b) => b.length - a.length)
