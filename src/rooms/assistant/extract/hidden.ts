import { REDACTED, redact } from '../../../kit/redact.ts'

/** What people call a secret when they hand it over in a channel. */
const named =
  /((?:パスワード|パスフレーズ|暗証番号|合言葉|トークン|シークレット|認証情報|秘密鍵|アクセスキー|api ?キー|\bpw|\bpass(?:word|phrase|code)?|passwd|secret|token|api[ _-]?key|access[ _-]?key|credentials?|\botp|\bpin)(?: ?(?:for|of|の) ?[\w.-]{1,30})?\s{0,3}(?:は|が|:|：|=|＝|is|was|→|->|\s)\s{0,3})(["'`「]?)([^\s"'`」、。]{4,200})/giu

/** Values known by their shape, wherever they stand. */
const shapes: readonly RegExp[] = [
  /\b(?:AKIA|ASIA)[0-9A-Z]{12,20}\b/gu,
  /\bAIza[\w-]{30,45}\b/gu,
  /\beyJ[\w-]{8,2000}\.[\w-]{8,2000}(?:\.[\w-]{1,2000})?/gu,
  /\b(?:glpat|npm|pypi|dop_v1|hf|rk_live|sk_live|pk_live|whsec|shpat|lin_api|figd|ya29)[_.-][\w.-]{10,300}/gu,
]

/** A long word of small and capital letters and digits, which no name, no path and no number is. */
const opaque = /(?<![\w/.+-])[A-Za-z0-9+/_-]{24,400}={0,2}/gu

/** So often, at least, an opaque word changes between small letters, capitals and digits; a path or a name changes seldom. */
const leastChanges = 0.25

function isOpaque(word: string): boolean {
  if (!/[a-z]/u.test(word) || !/[A-Z]/u.test(word) || !/\d/u.test(word) || /^[\da-fA-F-]+$/u.test(word)) return false
  return (word.match(/[a-z](?=[A-Z0-9])|[A-Z](?=[a-z0-9])|\d(?=[A-Za-z])/gu) ?? []).length / word.length >= leastChanges
}

/** An ordinary word behind the name of a secret hands nobody anything: `the token is expired`, `password reset`. */
const isSecret = (value: string): boolean =>
  !/^[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー]/u.test(value) &&
  (/\d/u.test(value) || /[^\p{L}\p{N}.,!?:;()'-]/u.test(value) || /[a-z][A-Z]/u.test(value)) &&
  !/^[\d.,:%]+(?:件|回|分|秒|人|s|ms|min)?$/u.test(value)

/** A person's words without what nobody should carry further, even within the channel. */
export function withoutSecrets(words: string): string {
  let text = redact(words)
  for (const shape of shapes) text = text.replace(shape, REDACTED)
  text = text.replace(named, (whole, name: string, quote: string, value: string) =>
    isSecret(value) && value !== REDACTED ? `${name}${quote}${REDACTED}` : whole,
  )
  return text.replace(opaque, (word) => (isOpaque(word) ? REDACTED : word))
}
