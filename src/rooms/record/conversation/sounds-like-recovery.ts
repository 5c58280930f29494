/** Words by which people say that it is over. */
const recovered = [
  /復旧(?:し(?:ました|まし|た|てます|ています|てい)|完了|を確認|済|です|!|。)/u,
  /(?:直|なお)り(?:まし|ました)/u,
  /(?:直|なお)っ(?:た|てます|ています)/u,
  /解消(?:し(?:ました|た|てます|ています)|を確認|済)/u,
  /収束(?:し(?:ました|た|てます|ています)|を確認)/u,
  /(?:正常|元)(?:に|化)(?:戻り(?:まし)|戻った|戻って(?:い)?ます|し(?:ました|た))/u,
  /\bback\s+(?:to\s+normal|up|online)\b/iu,
  /\b(?:is|are|was|been|it'?s|now|got|all|looks?|seems?|appears?)\s+(?:\w+\s+){0,2}(?:resolved|fixed|recovered|restored|mitigated)\b/iu,
  /^\W*(?:resolved|fixed|recovered|restored)\b/iu,
  /\bwe(?:'ve|\s+have)?\s+(?:\w+\s+){0,1}(?:resolved|fixed|recovered|restored)\b/iu,
]

/** Words by which people say that it is not, that it may be, or that they ask. */
const notYet = [
  /(?:まだ|未だ|いまだ|いつ|未復旧|次第|見込み|見通し|予定|目処|めど|目途|したら|すれば|するまで|したはず|したか|ましたか|ませんか|でしょうか|ですか|かも|と思|らしい|ようです|一部|部分的|かどうか|後に|作業|手順|方法|計画|できず|できな|せず)/u,
  /(?:復旧|解消|収束)し(?:て(?:い)?な|ませ|そう)|(?:直|なお)っ(?:て(?:い)?な|て(?:い)?ませ)/u,
  /(?:戻って|戻り)(?:い)?(?:な|ませ)/u,
  /[?？]\s*$/u,
  /\b(?:not|n't|isnt|wasnt|never|cannot|cant|once|when|until|unless|if|before|should|will|would|might|may|could|hope(?:fully)?|partially|partly|almost|nearly|some|yet|still|to\s+be|being|getting|trying)\b/iu,
  /n['’]t\b/iu,
]

/** Quotes and code are what somebody or something else said. */
const notTheirs = /```[\s\S]*?(?:```|$)|`[^`\n]*`|^(?:&gt;|>).*$/gmu

/**
 * Whether a message says that it is over for the users. Rather silent than a nuisance: what is denied, hoped, asked or
 * planned in the same sentence does not count.
 */
export function soundsLikeRecovery(text: string): boolean {
  return text
    .normalize('NFKC')
    .replaceAll(notTheirs, '\n')
    .split(/(?<=[。！!？?])|(?<=\.)\s|[\n、,;]/u)
    .map((sentence) => sentence.trim())
    .some(
      (sentence) =>
        sentence.length <= 200 &&
        recovered.some((pattern) => pattern.test(sentence)) &&
        !notYet.some((pattern) => pattern.test(sentence)),
    )
}
