import { back } from './back.ts'
import type { Claim } from './claim.ts'

/** So many sentences, and so long, after their own word people put it right without saying what. */
const near = 8
const nearMs = 15 * 60_000

/** How people begin who put their own word right. */
const opens =
  /^(?:sorry|oops|whoops|ah+|argh|wait|no wait|hang on|hm+|correction|edit|make that|i mean|no,|actually|my bad|あ[、っ,]|あれ|すみません|すいません|ごめん|失礼|いや|訂正|正しくは|間違)/u

/** `60k, the first query missed the hubs`: a bare number, and what was wrong with the one before. */
const instead =
  /^(?:no,? |more like |rather |it['’]?s )?\d[\d,.]*(?:k|m|万|千)?\s?[\p{L}%]{0,10}[,、 ].{0,60}(?:miss(?:ed|ing)|forgot|first|earlier|before|without|double|twice|wrong|old|抜け|漏れ|前の|最初の|含め|除|重複|古い)/u

/** A time of another zone, told so. */
const zone = /\b(?:utc|gmt|z|pst|pdt|est|edt|cet|cest|bst|jst|local time|our time)\b|日本時間|現地時間|世界時/u

/**
 * `あ、ログは UTC でした。日本時間だと 8:40 からです`, `no wait, 5.3`: the same person's next words with another time or number. The later
 * one holds, whatever it is called.
 */
export function repair(claim: Claim, before: readonly Claim[]): void {
  const { saying, norm } = claim
  if (saying.byApp || saying.field !== undefined || claim.doubt !== undefined) return
  const opening = saying.claims[0]?.norm ?? norm
  const isZone = [opening, norm].some((each) => zone.test(each))
  const isOpened = opens.test(opening) || instead.test(norm) || claim.cues.has('correction')
  if (!isZone && !isOpened) return
  for (const each of back(before, near)) {
    if (saying.at.getTime() - each.saying.at.getTime() > nearMs) return
    if (each.saying === saying || each.saying.author !== saying.author) continue
    const isMoment = claim.moments.length > 0 && each.moments.length > 0
    const isNumber =
      isOpened && !isMoment && numbersIn(norm).length > 0 && numbersIn(each.norm).length > 0 && !isSame(norm, each.norm)
    if (!isMoment && !isNumber) continue
    each.doubt = 'superseded'
    each.isConfirmed = false
    return
  }
}

const numbersIn = (norm: string): string[] => norm.match(/(?<![\w.])\d[\d,.]*(?:k|m|万|千|億)?/gu) ?? []

const isSame = (a: string, b: string): boolean => numbersIn(a).some((number) => numbersIn(b).includes(number))

/** `not 1,420, that counted variants`, `900 ではなく 312 人`: a number that is denied, whatever it counts. */
const denied =
  /(?:\bnot|n['’]t) (?:really |actually |the |a |all )?(\d[\d,.]{0,14})|(?<![\d,.])(\d[\d,.]{0,14})\s?[^\s\d、。はがをもで]{0,4}\s?(?:では(?:な|あり)|じゃ(?:な|あり)|でなく)/gu

/** Every earlier sentence with that number is put right. Numbers of one digit are everywhere. */
export function denyNumber(claim: Claim, before: readonly Claim[]): void {
  if (claim.saying.byApp || claim.doubt === 'rumour') return
  const numbers = [...claim.norm.matchAll(denied)].map(([, en, ja]) => (en ?? ja ?? '').replace(/[,.]$/u, ''))
  for (const number of numbers.filter((each) => each.length >= 2)) {
    const alone = new RegExp(`(?<![\\d,.:])${number.replaceAll('.', '\\.')}(?![\\d]|[,.:]\\d)`, 'u')
    for (const each of back(before, 120)) {
      if (each.saying === claim.saying || each.saying.byApp || !alone.test(each.norm)) continue
      each.doubt = 'superseded'
      each.isConfirmed = false
    }
  }
}
