/** More sentences than these of one message are a paste. */
const mostSentences = 40

/** What somebody else said, or a log: it is not the speaker's own word. */
const blocks = /```[^`]{0,20000}(?:```|$)/gu
const quoted = /^(?:&gt;|>)[^\n]*$/gmu

/** What was struck out is not said any more. */
const struck = /~[^~\n\s][^~\n]{0,300}~/gu

/** Where a sentence ends: a full stop of either language, a line, an exclamation or a question. Not a decimal point, not `v1.2`. */
const ends = /(?<=[。！？!?])(?![!?！？。)）」』])|(?<=[.…])(?=\s)|\n+/u

/** A point of a list stands for itself. */
const bullet = /^[\s・•*\-–—●○◆■]{1,6}(?=\S)/u

/** The sentences of a message as they stood, without what is quoted, struck out or a block of code. */
export function sentencesOf(words: string): string[] {
  return words
    .slice(0, 20_000)
    .replace(blocks, '\n')
    .replace(quoted, '')
    .replace(struck, '')
    .split(ends, mostSentences)
    .map((sentence) => sentence.replace(bullet, '').trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
}

/** A sentence as it is compared: in the widths of NFKC, small letters, one space. */
export const normal = (sentence: string): string =>
  sentence
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘]/gu, "'")
    .replace(/\s+/gu, ' ')
    .replace(betweenScripts, '')
    .trim()

/** `SNS で` and `SNSで`: the space between the two scripts is a matter of taste. */
const betweenScripts =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]) (?=[a-z\d])|(?<=[a-z\d%]) (?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu
