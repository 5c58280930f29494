// What may stand around the thanks: marks, spaces, Slack's emoji, and ours.
const between = /[\s\p{P}\p{S}\p{M}]+/gu
const thanks =
  /^(?:(?:どうも|本当に|ほんとに|いつも|みなさん|皆さん)?(?:ありがとう(?:ございます|ございました|ね)?|有難う(?:ございます)?|有り難う(?:ございます)?|助かりました|お疲れ様(?:です|でした)?|お疲れさま(?:です|でした)?|おつかれ(?:さま)?(?:です|でした)?)|(?:many)?thanks(?:alot)?|thankyou(?:verymuch|somuch)?|thx|ty|nice|cheers|goodbot)+$/u

/** Whether somebody only names the bot in passing, as in thanking it: then it keeps still. */
export function isInPassing(words: string): boolean {
  const said = words
    .normalize('NFKC')
    .replaceAll(/:[\w+'-]+:/g, '')
    .replaceAll(between, '')
    .toLowerCase()
  return thanks.test(said)
}
