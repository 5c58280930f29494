/** What a sentence speaks of: words of letters, of katakana, and pairs of kanji, which need no dictionary. */
const pieces = /[ァ-ヺー]{2,40}|[\p{Script=Han}々]{1,40}|[a-z][a-z0-9_-]{1,40}/gu

/** Words of every incident: two sentences that share one of them need not speak of the same. */
const generic: ReadonlySet<string> = new Set(
  `原因 障害 影響 問題 関係 確認 対応 状況 可能 能性 発生 復旧 調査 現在 今回 先程 時間 時点 件数 報告 連絡 方法 場合 自分 本当 実際 最初 最終 以降 以前 直後 直前 全部 全体 一部 結果 情報 必要 予定 開始 終了 完了 異常 正常 修正 訂正 変更
  エラー アラート サービス システム ユーザ ユーザー サーバ サーバー ログ インシデント チーム メッセージ 更新
  the an and or but not it its is was are were be been this that those these there here we our us they their you your my me he she his her of in on at to for from by with as if so then than just about into out up down over all any some no yes do does did done have has had will would can could should may might must full empty seem seems seemed look looks looked like think guess maybe probably really actually also still again now new old after before since when while what which who why how very more most much many few lot one two first last next only even too other another same get got getting go going make makes made see seeing seen say says said know known need needs issue issues problem problems error errors incident cause caused causes root service services server servers prod production team people user users customer customers thing things time minutes min side real fine good bad sure right wrong back
  isn wasn aren weren don didn doesn can ll ve re sorry ok okay thanks`.split(/\s+/u),
)

/** The terms of a sentence in its normal form, without those that every incident has. */
export function termsOf(norm: string): ReadonlySet<string> {
  const terms = new Set<string>()
  for (const [piece] of norm.matchAll(pieces)) {
    for (const term of /^\p{Script=Han}/u.test(piece) ? pairsOf(piece) : [stemmed(piece)]) {
      if (!generic.has(term)) terms.add(term)
      // `upload_error_ratio`: an alert names what people speak of.
      if (term.includes('_'))
        for (const part of term.split('_')) if (part.length > 2 && !generic.has(part)) terms.add(part)
    }
  }
  return terms
}

/** How people shorten what they speak of most. */
const short: Readonly<Record<string, string>> = {
  cert: 'certificate',
  certs: 'certificate',
  config: 'configuration',
  configs: 'configuration',
  db: 'database',
  dbs: 'database',
}

/** `disks` and `disk`, `サーバー` and `サーバ`: one thing. */
const stemmed = (word: string): string =>
  short[word] ??
  (/^[a-z]{4,}$/u.test(word) && !word.endsWith('ss') ? word.replace(/s$/u, '') : word.replace(/ー$/u, ''))

function pairsOf(kanji: string): string[] {
  const letters = [...kanji]
  return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`)
}

/** How many terms two sets share. */
export function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let n = 0
  for (const term of a) if (b.has(term)) n++
  return n
}
