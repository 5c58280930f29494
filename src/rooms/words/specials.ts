import { apart, type Range } from './apart.ts'
import { type Time, timesIn } from './times.ts'

/** What stands in a text beside its words. */
export type Special = Range & ({ kind: 'person'; id: string } | { kind: 'time'; time: Time } | { kind: 'emoji' })

/** Slack writes a person as `<@U…>` or `<@U…|name>`; what people put behind a name belongs to it. https://docs.slack.dev/messaging/formatting-message-text */
const people = /<@([uw][a-z0-9]{1,20})(?:\|[^>]{0,80})?>(?: ?(?:さん|さま|様|くん|君|氏|ちゃん))?/g
const emoji = /:[a-z][\w+'-]{0,60}:|\p{Extended_Pictographic}️?/gu

/** People, times and emoji in a text of plain width and small letters, in order; none overlaps another. */
export function specialsIn(text: string): Special[] {
  const found: Special[] = [
    ...[...text.matchAll(people)].map(
      (match): Special => ({ kind: 'person', id: (match[1] ?? '').toUpperCase(), ...rangeOf(match) }),
    ),
    ...[...text.matchAll(emoji)].map((match): Special => ({ kind: 'emoji', ...rangeOf(match) })),
    ...timesIn(text).map(({ time, from, to }): Special => ({ kind: 'time', time, from, to })),
  ]
  return apart(found)
}

const rangeOf = ({ index, 0: all }: RegExpExecArray): Range => ({
  from: index,
  to: index + all.length,
})
