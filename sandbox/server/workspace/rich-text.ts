import type { Json } from './json.ts'

type Style = 'bold' | 'italic' | 'strike' | 'code'

const marks: Readonly<Record<string, Style>> = { '*': 'bold', _: 'italic', '~': 'strike' }

/** A tag, code, an emoji, or a pair of marks around words: what is no plain text in a line of mrkdwn. */
const special =
  /<([^<>]+)>|`([^`\n]+)`|:([a-z0-9_+-]+(?:::skin-tone-[2-6])?):|(?<![\p{L}\p{N}])([*_~])(?=\S)(.+?)(?<=\S)\4(?![\p{L}\p{N}])/gu

function unescaped(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
}

function styled(style: readonly Style[]): Json {
  return style.length === 0 ? {} : { style: Object.fromEntries(style.map((each) => [each, true])) }
}

function tag(inner: string, style: readonly Style[]): Json {
  const [target = '', label] = inner.split('|')
  const id = target.slice(1)
  if (/^@[UW]/.test(target)) return { type: 'user', user_id: id, ...styled(style) }
  if (/^#C/.test(target)) return { type: 'channel', channel_id: id, ...styled(style) }
  if (target.startsWith('!subteam^')) return { type: 'usergroup', usergroup_id: target.slice('!subteam^'.length) }
  if (/^!(here|channel|everyone)$/.test(target)) return { type: 'broadcast', range: id }
  const date = /^!date\^(\d+)\^([^^]+)/.exec(target)
  if (date) {
    const fallback = label === undefined ? {} : { fallback: unescaped(label) }
    return { type: 'date', timestamp: Number(date[1]), format: date[2], ...fallback }
  }
  if (target.startsWith('!')) return { type: 'text', text: unescaped(`<${inner}>`) }
  return {
    type: 'link',
    url: unescaped(target),
    ...(label === undefined ? {} : { text: unescaped(label) }),
    ...styled(style),
  }
}

function inline(text: string, style: readonly Style[] = []): Json[] {
  const out: Json[] = []
  const say = (plain: string, how = style) => {
    if (plain !== '') out.push({ type: 'text', text: unescaped(plain), ...styled(how) })
  }
  let from = 0
  for (const found of text.matchAll(special)) {
    const [whole, inTag, code, emoji, mark = '', words = ''] = found
    say(text.slice(from, found.index))
    from = found.index + whole.length
    const kind = marks[mark]
    if (inTag !== undefined) out.push(tag(inTag, style))
    else if (code !== undefined) say(code, [...style, 'code'])
    else if (emoji !== undefined) out.push({ type: 'emoji', name: emoji, ...styled(style) })
    else if (kind) for (const each of inline(words, [...style, kind])) out.push(each)
  }
  say(text.slice(from))
  return out
}

/** The lines of a text outside of code, cut into runs of quoted and of other lines. */
function paragraphs(text: string): Json[] {
  const runs: { quoted: boolean; lines: string[] }[] = []
  for (const line of text.split('\n')) {
    const quoted = /^(&gt;|>) ?/.test(line)
    const bare = quoted ? line.replace(/^(&gt;|>) ?/, '') : line
    const last = runs.at(-1)
    if (last?.quoted === quoted) last.lines.push(bare)
    else runs.push({ quoted, lines: [bare] })
  }
  return runs.flatMap(({ quoted, lines }) => {
    const elements = inline(lines.join('\n'))
    if (elements.length === 0) return []
    return [{ type: quoted ? 'rich_text_quote' : 'rich_text_section', elements }]
  })
}

/**
 * The `rich_text` elements that Slack makes of a text without blocks, as its history and events carry them.
 * Source: recorded events and the samples of slackapi/java-slack-sdk. Lists are not told from lines that begin with a dash.
 */
export function richTextOf(text: string): Json[] {
  return text.split(/```\n?([\s\S]*?)\n?```\n?/).flatMap((part, index) => {
    if (index % 2 === 0) return paragraphs(part)
    return [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: unescaped(part) }], border: 0 }]
  })
}
