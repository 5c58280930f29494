/** A number with what it counts: `1,204件`, `about 300 customers`, `12%`. */
export type Count = { value: number; unit: string }

const counted =
  /(?<![\d.,:v-])(?<!\b[a-z]{1,3})(\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(\.\d{1,4})?\s?(万|千|億|k\b|m\b)?\s?(?:[a-z]{2,12}\s(?=[a-z]))?(人|名|件|社|校|店舗|店|台|円|ドル|通|回|割|箇所|か所|商品|品|便|宛先|ファイル|拠点|部署|端末|ジョブ|本|枚|アカウント|ユーザ|テナント|レコード|加盟店|注文|組|席|室|棟|戸|世帯|駅|路線|番組|機|点|問|票|口座|ページ|クラス|フロア|%|percent|people|staff|(?!(?:hour|minute|min|second|sec|day|week|month|year|time|byte|gig|process|pas|les|les)s|(?:is|was|has|this|less|across|always|does|its|us|plus|minus|as|ms|status|times|versus)\b)[a-z]{3,14}s\b)/gu

const times: Readonly<Record<string, number>> = { 万: 10_000, 千: 1000, 億: 100_000_000, k: 1000, m: 1_000_000 }

/** Words that count the same things. */
const sameAs: Readonly<Record<string, string>> = { 名: '人', percent: '%', ユーザ: '人' }

/** The counts of things in a sentence in its normal form. */
export const countsIn = (norm: string): Count[] =>
  [...norm.matchAll(counted)].map(({ 1: whole = '', 2: part = '', 3: scale = '', 4: unit = '' }) => ({
    value: Number(whole.replaceAll(',', '') + part) * (times[scale] ?? 1),
    unit: sameAs[unit] ?? unit.replace(/(?<=[a-z]{3})s$/u, ''),
  }))
