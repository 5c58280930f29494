/** Kanji that stand for digits, and for powers of ten. */
const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const small: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const large: Readonly<Record<string, number>> = { 万: 10_000, 億: 100_000_000, 兆: 1_000_000_000_000 }

/** What a run of kanji counts: `三千二百` is 3200, `二〇二六` is 2026. Undefined where it is no number. */
export function kanjiNumber(run: string): number | undefined {
  if (/^[〇零一二三四五六七八九]+$/u.test(run)) return Number([...run].map((each) => digits[each]).join(''))
  let [total, section, digit] = [0, 0, 0]
  for (const each of run) {
    const [ten, myriad] = [small[each], large[each]]
    if (ten !== undefined) {
      section += (digit || 1) * ten
      digit = 0
    } else if (myriad !== undefined) {
      total += (section + digit || 1) * myriad
      section = 0
      digit = 0
    } else digit = digits[each] ?? 0
  }
  return total + section + digit
}

/** After these a kanji is a number; `一部`, `二次` and the like are words. */
const counters = '(?=時|分|秒|日|月|年|件|人|名|台|回|社|本|個|割|倍|円|％|%|パーセント|時間|週間|か月|ヶ月)'
const kanjiRun = new RegExp(
  `(?<![\\d〇零一二三四五六七八九十百千万億兆])[〇零一二三四五六七八九十百千万億兆]{1,20}${counters}`,
  'gu',
)

/** Digits of one number that commas, blanks of thousands and kanji of large numbers part: 1,500, 12 000, 3万5千. */
function plainNumbers(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/(?<=\d)[,，_'](?=\d{3}(?!\d))/g, '')
    .replace(kanjiRun, (run) => String(kanjiNumber(run) ?? run))
    .replace(
      /(\d{1,15}(?:\.\d{1,9})?)(千|万|億|兆)(?:(\d{1,4})(千)?)?/g,
      (_, head: string, unit: string, tail?: string, k?: string) => {
        const by = { ...small, ...large }[unit] ?? 1
        return String(Number(head) * by + Number(tail ?? 0) * (k ? 1000 : 1))
      },
    )
    .replace(/(\d(?:\.\d{1,3})?)\s?([kKM])(?![A-Za-z])/g, (_, head: string, unit: string) =>
      String(Number(head) * (unit === 'M' ? 1_000_000 : 1000)),
    )
}

/** A time of day anywhere in a text, in minutes since midnight, as it stands there, and what it says of its zone. */
export type TimeOfDay = { minute: number; zone: string | null }

const clockTimes =
  /(午前|午後|夜|深夜|[ap]\.?m\.?\s?)?(\d{1,2})(?::|時)(?:(\d{1,2})分?|(半))?(?::\d{2})?\s?(am|pm|a\.m\.|p\.m\.)?\s?(UTC|GMT|Z\b|JST|PST|PDT|EST|EDT|CET|CEST)?/gi

/** Times of day in a text, and the text without them. */
export function timesIn(text: string): { times: TimeOfDay[]; rest: string } {
  const times: TimeOfDay[] = []
  const rest = plainNumbers(text).replace(
    clockTimes,
    (
      whole: string,
      before?: string,
      hour = '',
      minute?: string,
      half?: string,
      after?: string,
      zone?: string,
      at?: number,
      all?: string,
    ) => {
      const isSpan = /^\s?間/.test((all ?? '').slice((at ?? 0) + whole.length))
      if (isSpan || Number(hour) > 24 || Number(minute ?? 0) > 59) return whole
      const isLate = /午後|夜|p/i.test(`${before ?? ''}${after ?? ''}`) && Number(hour) < 12
      times.push({
        minute: (Number(hour) + (isLate ? 12 : 0)) * 60 + Number(half ? 30 : (minute ?? 0)),
        zone: zone?.toUpperCase() ?? null,
      })
      return ' '
    },
  )
  return { times, rest }
}

/** The numbers of a text, normalised: `1,500`, `１５００`, `千五百件` and `1.5k` are one. Those of placeholders are names. */
export function numbersIn(text: string): string[] {
  return [...text.replace(/\[[A-Z]+[-–]\d+\]/g, ' ').matchAll(/\d+(?:\.\d+)?/g)].map(([number]) =>
    String(Number(number)),
  )
}
