/**
 * Words by which a sentence says why. A cause is for people to find: whatever a model says of one is shown as an assumption, whoever it
 * cites, since that a message said so does not make it so. The same for what is to be learnt.
 */
const causal =
  /原因|要因|に起因|のせいで|が引き金|によって引き起こ|が招い|教訓|学び|べきだった|because|caused? by|root cause|due to|owing to|as a result of|triggered by|led to|lesson|should have/i

/** What somebody said is not certain. */
const hedged =
  /かも|らしい|っぽい|ようです|と思う|と思います|と思われ|おそらく|たぶん|多分|もしかし|可能性|推測|疑い|仮説|maybe|perhaps|probably|possibly|might|may be|could be|i think|i guess|seems?|apparently|suspect|not sure|hypothes/i

/** A sentence that says itself that it is not certain. */
const admits = hedged

const negated =
  /(?:して|されて|でき|出て|わ?から|戻ら|起き|影響(?:は|が))(?:い|てい)?な(?:い|かっ|く)|ません|ありませ|ではな|じゃな|なし(?:。|$|です)|違い(?:ま|、)|\bnot\b|n['’]t\b|\bno\b|never|without|neither|nor\b/i

export const saysWhy = (text: string): boolean => causal.test(text)

/** Whether what a source leaves open is said as certain. */
export const overstates = (claim: string, source: string): boolean => hedged.test(source) && !admits.test(claim)

/** Whether what a source denies is said, or the other way round. Coarse: a source of several sentences that denies one of them is left alone. */
export function turnsRound(claim: string, source: string): boolean {
  const sentences = source.split(/[。.!?！？\n]+/).filter((each) => each.trim().length > 0)
  if (sentences.length !== 1) return false
  return negated.test(claim) !== negated.test(source)
}
