import fc from 'fast-check'

/** As long as a field of a form lets people write. */
const longest = 3000

/** Whom and what the nasty words try to call and to link; no sample means any of them. */
export const traps = {
  person: 'U0TRAPPED',
  channel: 'C0TRAPPED',
  group: 'S0TRAPPED',
  address: 'https://trap.example',
} as const

/** Slack's own markup for calling and linking. */
const calling = [
  '<!channel>',
  '<!here>',
  '<!everyone>',
  `<!subteam^${traps.group}>`,
  `<@${traps.person}>`,
  `<#${traps.channel}>`,
]
const escaped = [`<${traps.address}|x>`, '<!date^1^{ago}|x>', '&lt;!channel&gt;', '&amp;', '&', '<', '>', '|']
const markup = [
  '*強調*',
  '_斜体_',
  '~取消~',
  '`code`',
  '```',
  '> 引用',
  ':fire:',
  '@channel',
  '{{who}}',
  '$t(label.list)',
]
const oddLetters = ['👩‍👩‍👧‍👦', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🇯🇵', '👍🏽', '❤️', '障害', 'ｶﾞ', 'が', 'é', 'Z͑ͫ̓ͪ̂ͫ̽͏̴̙', '葛󠄀', '𠮷']
/** What nobody sees, or what turns a line around. */
const unseen = [
  '\u202eevil\u202c',
  '\u2066',
  '\u200f',
  '\u200b',
  '\ufeff',
  '\u0000',
  '\u2028',
  '\ud83d',
  '\udc69',
  '\n',
  '\r\n',
  '\t',
  '　',
]

const pieces = [...calling, ...escaped, ...markup, ...oddLetters, ...unseen]

/** What people may type into a field, up to its limit: one thing again and again, or everything in a heap. */
export const nastyWords: fc.Arbitrary<string> = fc
  .oneof(
    fc
      .tuple(fc.constantFrom(...pieces), fc.integer({ min: 1, max: longest }))
      .map(([piece, times]) => piece.repeat(times)),
    fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 900 }).map((heap) => heap.join('')),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
  )
  .map((words) => words.slice(0, longest))
  .filter((words) => words.trim() !== '')

/** What a person wrote, by its look: keys, ids, days and addresses have neither blanks nor other letters than ASCII. */
const isWords = (value: string): boolean => /[^\x21-\x7e]/.test(value)

/** Names are chosen by settings and Slack, which keep them short. */
const isName = (key: string): boolean => /name$/i.test(key)

type Place = { holder: Record<string, unknown>; key: string }

/** Every place below `root` where a sample has words that people write, each once, however often it is shared. */
export function placesOfWords(root: unknown, seen = new Set<unknown>()): Place[] {
  if (typeof root !== 'object' || root === null || root instanceof Date || seen.has(root)) return []
  seen.add(root)
  // Lists are holders too: their indices are their keys.
  const holder = root as Record<string, unknown>
  return Object.entries(holder).flatMap(([key, value]) =>
    typeof value === 'string' ? (isWords(value) && !isName(key) ? [{ holder, key }] : []) : placesOfWords(value, seen),
  )
}
