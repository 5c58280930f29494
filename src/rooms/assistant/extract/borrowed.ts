/**
 * Words that somebody carried in from elsewhere: a runbook that they paste, a message of another incident, what it was the last time. They
 * were true there and then, and say nothing of what happens here.
 */
const carried: readonly RegExp[] = [
  // A document or another channel, and what stands in it.
  /\b(?:from|per|in|quoting|copied from|pasted from|according to|says) (?:the |our |an? |their )?(?:old |last |internal |previous )?(?:runbook|playbook|wiki|docs?|handbook|manual|confluence|post-?mortem|retro|faq|kb|blog|knowledge base)\b.{0,24}["“:]/u,
  /\b(?:runbook|playbook|wiki|manual|handbook|post-?mortem|docs?) (?:says|said|reads|claims)\b/u,
  /\b(?:seen|posted|read|copied|pasted|fwd|forwarded|forwarding|from)\b.{0,16}#[a-z0-9][\w-]{1,40}/u,
  /^(?:fwd?|forwarded|copy|paste)\b ?[:>(]/u,
  /(?:手順書|マニュアル|ランブック|runbook|wiki|障害報告書?|報告書|ポストモーテム|議事録|過去(?:の)?(?:事例|ログ|スレ)|記事|ブログ|ドキュメント)[^。「『"“]{0,16}(?:より|から|写し|コピペ|抜粋|引用|に(?:は|よると|よれば)|では|:)[^。「『"“]{0,12}[「『"“]/u,
  /(?:手順書|マニュアル|ランブック|報告書|ポストモーテム|議事録|記事)の?(?:写し|コピペ|抜粋|引用|一部)/u,
  /#[\p{L}\p{N}_-]{2,40}(?:から|より|で|の)[^。]{0,8}(?:転送|コピペ|引用|転載|見た|発言|投稿)|^\(?(?:転送|転載|引用|コピペ)[):：]/u,
]

/** What it was another time: nobody has looked at this one. */
const remembered: readonly RegExp[] = [
  /\b(?:the|that|in) (?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter|christmas) (?:thing|incident|outage|one|issue|event|mess)\b/u,
  /\b(?:in|during|since) (?:the )?(?:19|20)\d\d(?: (?:outage|incident|thing|one))?\b|\bthe (?:19|20)\d\d (?:outage|incident|one|thing)\b/u,
  /\b(?:last time|back then|the last (?:outage|incident|time)|(?:last|a) (?:year|month|quarter)(?:['’]s| ago)? (?:thing|incident|outage|one))\b(?!.{0,80}\b(?:this time|today|now)\b)/u,
  /^(?:前回|以前|昨年|去年|一昨年|過去に|前の(?:障害|件|とき))(?:の[^、。は]{1,6})?(?:\s?\([^)]{1,20}\))?\s?(?:の(?:障害|件|とき|時))?(?:は|に|も|、)(?!.{0,80}(?:今回|いま|今は))/u,
]

/** How it is where nobody is harmed: it says nothing of what people use. */
const elsewhere =
  /\b(?:in|on) (?:staging|stage|dev|qa|uat|the (?:test|dev|staging) (?:env\w*|cluster|system)|(?:the|a|my) (?:test )?(?:bench|rig)|my (?:machine|laptop|phone|box))\b|(?:検証|開発|試験|テスト|ステージング)(?:用)?(?:環境|機|系)(?:で|は|だと)/u

/** A document that is read out: a long sentence between quotation marks, and nothing of the speaker's behind it. */
const readOut = /(?:より|から|に(?:は|よると)?|では?|:)\s?[「『"“][^」』"”]{16,}[」』"”]?(?:\([^)]{1,20}\))?[。.]?$/u

/** Whether a message, in its normal form, only carries in what was said of something else. */
export const isBorrowed = (norm: string): boolean => carried.some((pattern) => pattern.test(norm)) || readOut.test(norm)

/** Whether a sentence tells of another time. */
export const isRemembered = (norm: string): boolean =>
  remembered.some((pattern) => pattern.test(norm)) || (elsewhere.test(norm) && !/再現|reproduc|同じ|same/u.test(norm))

/** What stands between quotation marks is somebody else's word. */
const between = /「[^「」]{2,200}」|『[^『』]{2,200}』|["“][^"“”]{4,200}["”]/gu

/** A sentence without what it quotes; what is left says how it is meant. */
export const withoutQuotes = (norm: string): string => norm.replace(between, '')

/** Somebody else says so, and not the speaker, who has not seen it. */
const reports =
  /\b(?:says?|said|claims?|claimed|tells?|told|telling|according to|thinks?|wrote|insists?|swears?|tweet(?:ed|s)?|complains?)\b|(?:そうです|とのこと|との(?:声|話|連絡|申告|問い合わせ)|と(?:いう|の)(?:声|話|噂|連絡|申告|問い合わせ)|と言って|って言|様より|さんより|お客様(?:より|から|が)|と聞い|って聞い|らしい)/u

export const isReported = (norm: string): boolean => reports.test(norm)
