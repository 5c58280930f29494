import type { Span } from './kind.ts'

/** Shapes of keys that tell of themselves. Sources: the providers' own pages on their tokens, and what scanners of secrets look for. */
const shapes: readonly RegExp[] = [
  // Slack: https://docs.slack.dev/authentication/tokens
  /\bx(?:ox[a-z]|app|wfp)-[\w.%-]+/g,
  /hooks\.slack\.com\/[\w/.-]+/g,
  // AWS: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
  /\b(?:AKIA|ASIA|AGPA|AIDA|AROA)[A-Z0-9]{16}\b/g,
  // Google, GitHub, GitLab, npm, Stripe, SendGrid, OpenAI, Anthropic, Hugging Face, our own.
  /\bAIza[\w-]{35}/g,
  /\bya29\.[\w-]+/g,
  /\b(?:gh[opsur]_|github_pat_|glpat-|npm_|hf_)[\w-]+/g,
  /\b[srp]k_(?:live|test)_\w+/g,
  /\bSG\.[\w-]+\.[\w-]+/g,
  /\bsk-[\w-]{16,}/g,
  /\bsssbot_[\w-]{20,}/g,
  // A JSON Web Token: its parts are Base64 of `{"`.
  /\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g,
  /\b(?:Bearer|Basic)\s[\w.~+/=-]{8,}/gi,
]

/** Said in passing: the password, or however a team calls it, and what it is. */
const said =
  /(?:passw(?:or)?d|passphrase|passcode|\bpw|\bpwd|secret|api[ _-]?key|access[ _-]?key|token|credentials?|パスワード|パスフレーズ|暗証番号|秘密鍵|認証キー|トークン)["']?\s?(?:はね?|が|を|is|was|:=|[:=]|→|->)\s?/gi

/** What follows a name is a value where it looks like one: a key, not a word of the sentence. */
const value = /^["'`「『]?([!-~]{4,200})/

const endsWord = /(?<!["'`,.;:)」』])["'`,.;:)」』]+$/

export function tokensIn(text: string): Span[] {
  const found = shapes.flatMap((shape) =>
    [...text.matchAll(shape)].map(
      ({ 0: hit, index }): Span => ({ kind: 'secret', from: index, to: index + hit.length }),
    ),
  )
  return [...found, ...saidIn(text), ...longOnes(text)]
}

function saidIn(text: string): Span[] {
  return [...text.matchAll(said)].flatMap(({ 0: before, index }): Span[] => {
    const start = index + before.length
    const [whole = '', word = ''] = value.exec(text.slice(start, start + 210)) ?? []
    const plain = word.slice(0, word.length - (endsWord.exec(word.slice(-10))?.[0].length ?? 0))
    // `the token is expired` names none: a word of small letters alone is no secret, unless a sign stands before it.
    if (plain.length < 4 || (/^[a-z]+$/.test(plain) && !/[=:→>]\s?$/.test(before) && !/は\s?$/.test(before))) return []
    const from = start + whole.length - word.length
    return [{ kind: 'secret', from, to: from + plain.length }]
  })
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Long runs without a word in them: keys of services whose shape nobody knows. Ids of requests look the same, and are kept back, too. */
function longOnes(text: string): Span[] {
  return [...text.matchAll(/[\w+/=-]+/g)].flatMap(({ 0: run, index }): Span[] => {
    const kind = uuid.test(run) ? 'id' : isRandom(run) ? 'secret' : undefined
    return kind ? [{ kind, from: index, to: index + run.length }] : []
  })
}

/** So long a run of letters and digits, changing often between them. Paths and names have slashes and hyphens, and few digits. */
const leastRandom = 24

function isRandom(run: string): boolean {
  if (run.length < leastRandom) return false
  if (/^[0-9a-f]+$/i.test(run)) return /\d/.test(run) && /[a-f]/i.test(run)
  const pieces = run.split(/[/_-]/).filter((piece) => piece.length >= 16)
  return pieces.some((piece) => changesIn(piece) >= piece.length / 4)
}

const classOf = (letter: string): string => (/\d/.test(letter) ? '0' : /[A-Z]/.test(letter) ? 'A' : 'a')

function changesIn(text: string): number {
  let changes = 0
  for (let at = 1; at < text.length; at++) if (classOf(text[at] ?? '') !== classOf(text[at - 1] ?? '')) changes++
  return changes
}
