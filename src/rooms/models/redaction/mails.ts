import type { Span } from './kind.ts'

const ofName = /[\w.%+!#$&'*/=?^`{|}~-]/
const ofHost = /[a-z0-9.-]/i

/** No part of an address is longer. https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1 */
const longestName = 64
const longestHost = 255

/** E-mail addresses, by walking from each `@` to both sides. */
export function mailsIn(text: string): Span[] {
  const found: Span[] = []
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let from = at
    while (from > 0 && at - from < longestName && ofName.test(text.charAt(from - 1))) from--
    let to = at + 1
    while (to < text.length && to - at < longestHost && ofHost.test(text.charAt(to))) to++
    let end = to
    while (end > at + 1 && '.-'.includes(text.charAt(end - 1))) end--
    if (from < at && /\.[a-z][a-z0-9-]{1,62}$/i.test(text.slice(at + 1, end)))
      found.push({ kind: 'mail', from, to: end })
  }
  return found
}
