/** A number with what it counts: `1,204件`, `about 300 customers`, `12%`. */
export type Count = { value: number; unit: string }

const counted =
  /(?<![\d.,:v-])(?<!\b[a-z]{1,3})(\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(\.\d{1,4})?\s?(万|千|億|k\b|m\b)?\s?(?:[a-z]{2,12}\s(?=[a-z]))?(人|名|件|社|店舗|台|円|ドル|通|回|割|箇所|商品|便|宛先|ファイル|拠点|部署|端末|ジョブ|本|枚|アカウント|ユーザ|テナント|レコード|加盟店|注文|%|percent|customers?|users?|clients?|merchants?|tenants?|accounts?|orders?|payments?|transactions?|requests?|emails?|people|employees?|stores?|records?|rows?|devices?|laptops?|mailboxes|sessions?|companies|orgs?|bookings?|members?|subscribers?|tickets?|sellers?|invoices?|downloads?|uploads?|mails?|messages?|files?|sites?|hosts?|servers?|riders?|patients?|drivers?|shipments?|contracts?|products?|items?|calls?|exports?|reports?|documents?|jobs?|volumes?)/gu

const times: Readonly<Record<string, number>> = { 万: 10_000, 千: 1000, 億: 100_000_000, k: 1000, m: 1_000_000 }

/** Words that count the same things. */
const sameAs: Readonly<Record<string, string>> = { 名: '人', percent: '%', ユーザ: '人' }

/** The counts of things in a sentence in its normal form. */
export const countsIn = (norm: string): Count[] =>
  [...norm.matchAll(counted)].map(({ 1: whole = '', 2: part = '', 3: scale = '', 4: unit = '' }) => ({
    value: Number(whole.replaceAll(',', '') + part) * (times[scale] ?? 1),
    unit: sameAs[unit] ?? unit.replace(/(?<=[a-z]{3})s$/u, ''),
  }))
