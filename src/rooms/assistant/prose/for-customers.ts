import type { Locale } from '../../../kit/i18n/index.ts'

/** How a sentence of a notice ends in Japanese. */
const polite = /(?:です|ます|ません|でした|ました|ください|ませ)$/u

/** What no company writes to its customers: signs of a chat, names of channels and people as Slack writes them, addresses, emoji. */
const ofChats = /[@#<>*_`~]|https?:|:[a-z_+-]+:|\p{Extended_Pictographic}|[!！?？]|\bslack\b|ハンドラー|wwww*|\(笑\)/iu

/** How people talk, in either language. */
const spoken =
  /\b(?:\w+n['’]t|(?:we|it|that|they|you|i)['’](?:re|s|ve|ll|d|m)|gonna|wanna|ok|okay|sorry|guys|folks|stuff|kinda)\b|じゃない|やばい|すみません|ごめん|っぽい|ちゃっ|とりあえず/iu

/**
 * Whether words are in the register in which a company writes to its customers: polite whole sentences in Japanese, written English, and
 * nothing that stands in a chat alone.
 */
export function isForCustomers(words: string, language: Locale): boolean {
  const plain = words.normalize('NFKC').trim()
  if (plain === '' || ofChats.test(plain) || spoken.test(plain)) return false
  if (language === 'en') return /^[\p{Lu}\d]/u.test(plain) && /[.)]$/u.test(plain)
  return plain
    .split('。')
    .map((each) => each.trim())
    .filter(Boolean)
    .every((each) => polite.test(each))
}
