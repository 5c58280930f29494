import { termsOf } from './terms.ts'

/** What a sentence says it is not, and what it is instead, where it says so. */
export type Denied = { not: string; but: string }

/** No more letters than these before or after the word that denies belong to it. */
const around = 60

const japanese: readonly RegExp[] = [
  /(?:では|じゃ|で)(?:なくて?|ありません(?:でし)?|なかっ|ない(?:です|こと|と|よ|な|ね|わ|けど|みたい|ようで|模様|$|。)|なさそう)/u,
  /(?:は|が|も|とは|には)?(?:関係(?:は)?(?:な[いかさし]|ありま)|無関係|シロ(?:で|だ)|白(?:で[すし]|だ)|除外|原因(?:では|じゃ)|別問題|異常(?:は)?(?:なし|な[いか]|あり(?:ま)?せん)|問題(?:は)?(?:なし|な[いかさ]|あり(?:ま)?せん)|正常でし|否定|デマ|ガセ)/u,
]

const english: readonly RegExp[] = [
  /\b(?:(?:was|were|is|are|it['’]?s|that['’]?s)(?: definitely| actually| just| really)? not|(?:was|were|is|are)n['’]?t|, not|not)\s(?:(?:actually|really|related to|because of|caused by|due to|the|a|an|our|from|about)\s){0,3}/u,
  /\b(?:nothing to do with|unrelated to|rul(?:ed|ing) out|instead of|rather than)\s(?:the\s|a\s|our\s)?/u,
]

const englishAfter =
  /\b(?:(?:was|is|were|are|turned out to be)\s(?:just\s)?(?:a\s)?(?:red herring|unrelated|innocent|coincidence|a?\s?false lead|in the clear|fine|clean|healthy|ruled out|normal|false|wrong|fake|nonsense|not (?:it|true|related|the|involved|affected|to blame))|looks? (?:fine|clean|healthy|normal|ok))/u

/** `DNS ではなく証明書`: not DNS but the certificate. Nothing where a sentence denies nothing. */
export function deniedIn(norm: string): Denied | undefined {
  for (const pattern of japanese) {
    const found = pattern.exec(norm)
    if (!found) continue
    const not = norm.slice(Math.max(0, found.index - around), found.index)
    return {
      not: lastClause(not),
      but: norm.slice(found.index + found[0].length, found.index + found[0].length + around),
    }
  }
  const ended = englishAfter.exec(norm)
  if (ended)
    return {
      not: lastClause(norm.slice(Math.max(0, ended.index - around), ended.index)),
      but: norm.slice(ended.index + ended[0].length),
    }
  for (const pattern of english) {
    const found = pattern.exec(norm)
    if (!found) continue
    const rest = norm.slice(found.index + found[0].length, found.index + found[0].length + around)
    const [not = '', ...but] = rest.split(/\bbut\b|[,;:.](?!\d)|\s[-–—]\s/u)
    return { not, but: `${norm.slice(0, found.index)} ${but.join(' ')}` }
  }
  return undefined
}

const wellJapanese =
  /(?:は|が|も)(?:[^、。]{0,12})(?:生きて|正常|平常|無事|元気|大丈夫(?!や?った?ら|なら|か|でしょ|だろ)|緑|問題な|一致|正し|合って|並み|通常どおり|ふだんどおり|普段どおり|動いて(?:い)?(?:ます|た|る))/u

const wellEnglish =
  /\b(?:is|are|was|were|looks?|seems?|status(?: page)?(?: is)?)\s(?:all\s|totally\s|perfectly\s|just\s|still\s)?(?:up|fine|ok|okay|healthy|alive|green|normal|clean|good)\b/u

/** `the firewall log has no drop`, `the cert is valid until 2028`: looked at, and nothing was there. */
const nothingIn =
  /\b(?:(?:logs?|metrics?|graphs?|dashboards?|traces?) (?:has|have|shows?|had) (?:no|zero|nothing)|(?:is|are) (?:good|valid) (?:until|till|through))\b/u

/** `Docker Hub 自体は生きてた`, `bank is up`: what a sentence says is well. Nothing where it says so of nothing. */
export function wellIn(norm: string): string | undefined {
  const found = wellJapanese.exec(norm) ?? wellEnglish.exec(norm) ?? nothingIn.exec(norm)
  if (!found) return undefined
  const clause = lastClause(norm.slice(Math.max(0, found.index - around), found.index))
  // `電池は遠隔で見て、電圧はどれも正常`: of the battery.
  const topic = /^([^、。はがも]{1,20})は[^、。\d]{1,30}、/u.exec(norm)?.[1]
  return topic ? `${topic} ${clause}` : clause
}

/** The clause right before: what stands before a comma belongs to something else, and of `期限をカレンダー` it is the calendar that is meant. */
function lastClause(text: string): string {
  const clause = text.split(/[、,。;]|[.:](?!\d)/u).findLast((part) => part.trim() !== '') ?? ''
  const named = clause.split(/[をはがも](?=.)/u).at(-1) ?? clause
  return termsOf(named).size > 0 || /\d/u.test(named) ? named : clause
}
