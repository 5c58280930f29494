import { type Token, tokensOf } from './tokens.ts'

/** What people say around what they want, before or after it, without meaning more by it. */
const english =
  "please pls plz can could would will you i we id i'd i'm i'll i've we'll we've we'd you'd im want wanna like need to let let's lets us me just hey hi hello ok okay so now go ahead should the a an my our show see give get open do does did it its it's is are am was has been have up time thanks thank asap for this that incident again here form right away today as then and with of there where how what's whats what about view check current latest"
const japanese =
  'お願いします おねがいします お願い おねがい 願います 願い お願いできますか できますか できる してください して下さい しといて しておいて して してる したい したいです します しました した しましょう しよう しろ せよ する すること ください 下さい 頂けますか いただけますか いただけませんか もらえますか もらえる もらえませんか もらって くれますか くれる くれ 欲しい ほしい です でしょうか ます たい んですが のですが けど と思います やって やります やる 出して 出す 見せて 見たい 見る みせて みたい みる 教えて おしえて 開いて 開く ひらいて 表示 確認 を に へ は が も ね よ か な で と だ すみません えっと ちょっと では じゃあ とりあえず まず そろそろ もう いま 今 次に 次 すぐに すぐ このインシデント インシデント ここ これ それ どう どうなって ください頂戴 ちょうだい ボットさん お疲れ様です 宜しく よろしく よろしくお願いします みんなに 皆に 全員に 変更 方法 いて おいて ことに しています'
/** Beside a person or a time. */
const besidePeople = 'の さん 様 さま くん 君 氏 ちゃん に を と へ から'
const besideTimes =
  'まで までに から に くらい ぐらい ほど 後 後に あと だけ ごろ 頃 間 by at in for until till another next more within 時点 経過 予定'
const thanks = 'ありがとう ありがとうございます ありがとうございました 有難う 助かります 助かりました thx ty cheers'

/** Every piece by its first token. */
const pieces = new Map<string, (readonly string[])[]>()
for (const words of [english, japanese, besidePeople, besideTimes, thanks].join(' ').split(' ')) {
  const piece = tokensOf(words).map(({ is }) => is)
  const [first] = piece
  if (first) pieces.set(first, [...(pieces.get(first) ?? []), piece])
}

/** How far the small talk goes that begins at a place: where one can get over it. */
function after(tokens: readonly Token[], from: number, skips: (token: Token) => boolean): number[] {
  const token = tokens[from]
  if (!token) return []
  const ends = (pieces.get(token.is) ?? [])
    .filter((piece) => piece.every((is, n) => tokens[from + n]?.is === is))
    .map((piece) => from + piece.length)
  return token.kind === 'mark' || token.kind === 'break' || skips(token) ? [...ends, from + 1] : ends
}

/** The places that can be reached from one over nothing but small talk. */
export function reached(tokens: readonly Token[], from: number, skips: (token: Token) => boolean): Set<number> {
  const places = new Set([from])
  // A set grows while it is walked through, and each place is walked once.
  for (const place of places) for (const end of after(tokens, place, skips)) places.add(end)
  return places
}
