import { strikeKnown } from './secrets.ts'

/** What stands in a line in place of a secret. */
export const REDACTED = '[redacted]'

/**
 * Strikes the secrets out of one line of JSON, or any other text. `own` are values to strike out literally, besides those that the
 * process knows. Linear in the text, whatever it is: every pattern begins at a place of its own, and the rest is one walk.
 */
export function redact(line: string, own: readonly string[] = []): string {
  let text = strikeKnown(line, REDACTED, own)
  for (const [shape, replacement] of shapes) text = text.replace(shape, replacement)
  return strikeNamed(strikeKeys(strikePasswords(text)))
}

/** Shapes by which a secret is known wherever it stands in a line: in a message, a stack, a URL, a quoted payload. */
const shapes: readonly [shape: RegExp, replacement: string][] = [
  // Slack tokens: xoxb- bot, xoxp- user, xoxe- refresh, xapp- app level … https://docs.slack.dev/authentication/tokens
  [/\bx(?:ox[a-z]|app|oxe\.xox[a-z])-[\w.%-]+/g, REDACTED],
  // Addresses of webhooks: who holds them may post.
  [/(hooks\.slack\.com\/)[\w/.-]+/g, `$1${REDACTED}`],
  [/(discord(?:app)?\.com\/api\/webhooks\/)[\w/.-]+/g, `$1${REDACTED}`],
  [/(webhook\.office\.com\/)[\w/.@-]+/g, `$1${REDACTED}`],
  [/(events\.pagerduty\.com\/integration\/)\w+/g, `$1${REDACTED}`],
  // The ticket in the URL of a Socket Mode connection, and what signs other addresses.
  [/([?&](?:ticket|sig|key)=)[\w%.~-]+/g, `$1${REDACTED}`],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, `$1 ${REDACTED}`],
  [/\b(?:gh[opsur]_|github_pat_)\w+/g, REDACTED],
  // Tokens of our own API.
  [/\bsssbot_[\w-]{20,}/g, REDACTED],
  [/\bsk-[\w-]{16,}/g, REDACTED],
]

/**
 * The password in an address: from the first colon to the last `@` of the word, since one that holds `@`, `/`, `:` or `#` ends elsewhere for
 * everybody who reads the address by its rules.
 */
function strikePasswords(text: string): string {
  let out = ''
  let from = 0
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', Math.max(from, at + 3))) {
    const end = endOfWord(text, at + 3)
    const word = text.slice(at + 3, end)
    const colon = word.indexOf(':')
    const last = word.lastIndexOf('@')
    if (colon >= 0 && colon < last) {
      out += `${text.slice(from, at + 3 + colon + 1)}${REDACTED}`
      from = at + 3 + last
    }
    // What else stands in this word was looked at with it.
    at = end - 3
  }
  return out + text.slice(from)
}

function endOfWord(text: string, from: number): number {
  let end = from
  while (end < text.length && !' \t\n\r"\\<>|`'.includes(text.charAt(end))) end++
  return end
}

const keyBegins = 'PRIVATE KEY-----'

/** A private key, to its end or, where it was cut, to the end of the text. */
function strikeKeys(text: string): string {
  let out = ''
  let from = 0
  for (let at = text.indexOf(keyBegins); at >= 0; at = text.indexOf(keyBegins, from)) {
    const end = text.indexOf(keyBegins, at + keyBegins.length)
    out += `${text.slice(from, at + keyBegins.length)}${REDACTED}`
    // The line's own end, where it is a line of JSON, stays one.
    if (end < 0) return out + (/(?<!["}\]\s])["}\]\s]*$/.exec(text.slice(Math.max(at, text.length - 50)))?.[0] ?? '')
    const ending = text.slice(Math.max(at + keyBegins.length, end - 30), end)
    out += ending.slice(Math.max(0, ending.lastIndexOf('-----END'))) + keyBegins
    from = end + keyBegins.length
  }
  return out + text.slice(from)
}

const secretName =
  /token|secret|passw(?:or)?d|passphrase|authorization|cookie|credential|api[_-]?key|access[_-]?key|routing[_-]?key|private[_-]?key|signature/i

/** Names are no longer. */
const longestName = 100

/** The values that a name tells of: `"api_key": "…"`, the same inside JSON quoted in JSON to any depth, `'token': '…'`, and `token=…`. */
function strikeNamed(text: string): string {
  let out = ''
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const mark = text.charAt(at)
    if (mark !== '"' && mark !== "'" && mark !== '=' && mark !== ':') continue
    const slashes = mark === '"' ? slashesBefore(text, at, from) : 0
    if (!namesSecret(text, at - slashes, from)) continue
    const value = mark === '=' ? bareValue(text, at + 1) : quotedValue(text, mark === ':' ? at : at + 1)
    if (!value || value.end <= value.start) continue
    out += `${text.slice(from, value.start)}${REDACTED}`
    from = value.end
    at = value.end - 1
  }
  return out + text.slice(from)
}

/** Whether the word that ends at `end` is the name of something secret. */
function namesSecret(text: string, end: number, from: number): boolean {
  let start = end
  const least = Math.max(from, end - longestName)
  while (start > least && isOfName(text.charCodeAt(start - 1))) start--
  return start < end && secretName.test(text.slice(start, end))
}

const isOfName = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95 || code === 45

function slashesBefore(text: string, at: number, from: number): number {
  let first = at
  while (first > from && text.charAt(first - 1) === '\\') first--
  return at - first
}

type Place = { start: number; end: number }

function bareValue(text: string, start: number): Place {
  let end = start
  while (end < text.length && !'& \t\n\r"\\'.includes(text.charAt(end))) end++
  return { start, end }
}

/** What stands in quotes after a colon, or a list of such; nothing where it is a number, say. */
function quotedValue(text: string, after: number): Place | undefined {
  let at = skipped(text, after)
  if (text.charAt(at) !== ':') return undefined
  at = skipped(text, at + 1)
  const isList = text.charAt(at) === '['
  if (isList) at = skipped(text, at + 1)
  const slashes = slashesAfter(text, at)
  const quote = text.charAt(at + slashes)
  if (quote !== '"' && quote !== "'") return undefined
  const start = at + slashes + 1
  for (let open = start; ; ) {
    const end = endOfQuoted(text, open, quote, slashes)
    const next = isList ? /^\\*["']\s{0,9},\s{0,9}\\*["']/.exec(text.slice(end, end + 60)) : null
    if (!next) return { start, end }
    open = end + next[0].length
  }
}

/** No more blanks than this stand between a name and its value. */
const mostBlanks = 20

function skipped(text: string, from: number): number {
  let at = from
  while (at < from + mostBlanks && (text.charAt(at) === ' ' || text.charAt(at) === '\n' || text.charAt(at) === '\t'))
    at++
  return at
}

function slashesAfter(text: string, from: number): number {
  let at = from
  while (text.charAt(at) === '\\') at++
  return at - from
}

/**
 * Where a text in quotes ends that were opened behind so many backslashes: each depth of quoting doubles those of what stands inside, so
 * that an end is an even number of whole backslashes, and then the quote as it was opened. Never closed, it goes to the end.
 */
function endOfQuoted(text: string, start: number, quote: string, slashes: number): number {
  const whole = slashes + 1
  let run = 0
  for (let at = start; at < text.length; at++) {
    const mark = text.charAt(at)
    if (mark === '\\') run++
    else {
      if (mark === quote && run % whole === slashes && Math.floor(run / whole) % 2 === 0) return at - slashes
      // An end of less depth: the text around it was cut.
      if (mark === quote && run < slashes) return at - run
      run = 0
    }
  }
  return text.length
}
