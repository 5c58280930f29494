import { emojiChar } from './emoji.ts'

/** A piece of mrkdwn, read. */
export type Inline =
  | { type: 'text'; text: string }
  | { type: 'bold' | 'italic' | 'strike'; children: Inline[] }
  | { type: 'code'; text: string }
  | { type: 'link'; url: string; children: Inline[] }
  | { type: 'user'; id: string }
  | { type: 'channel'; id: string; label?: string }
  | { type: 'usergroup'; id: string; label?: string }
  | { type: 'broadcast'; range: string }
  | { type: 'date'; seconds: number; format: string; url?: string; fallback: string }
  | { type: 'emoji'; name: string }
  | { type: 'break' }

export type Block =
  | { type: 'line'; children: Inline[] }
  | { type: 'quote'; children: Inline[] }
  | { type: 'code'; text: string }

const STYLES: Record<string, 'bold' | 'italic' | 'strike'> = { '*': 'bold', _: 'italic', '~': 'strike' }

/**
 * Reads Slack's mrkdwn. As in Slack, a style mark counts only where ASCII punctuation, white space or an edge stands outside it:
 * beside Japanese letters the asterisks stay visible.
 */
export function parseMrkdwn(source: string): Block[] {
  const blocks: Block[] = []
  for (const [index, piece] of source.split('```').entries()) {
    const isCode = index % 2 === 1 && source.split('```').length > index + 1
    if (isCode) blocks.push({ type: 'code', text: unescapeText(piece.replace(/^\n|\n$/g, '')) })
    else if (index % 2 === 1) addLines(blocks, `\`\`\`${piece}`)
    else if (piece) addLines(blocks, index > 0 ? piece.replace(/^\n/, '') : piece)
  }
  return blocks
}

/** Reads one run of mrkdwn without quotes and code blocks. */
export function parseInline(source: string): Inline[] {
  const out: Inline[] = []
  let at = 0
  while (at < source.length) {
    const found = special(source, at) ?? styled(source, at)
    if (found) {
      out.push(found.node)
      at = found.end
    } else {
      const char = source[at] === '&' ? entity(source, at) : { text: source[at] ?? '', end: at + 1 }
      addText(out, char.text)
      at = char.end
    }
  }
  return out
}

function addLines(blocks: Block[], text: string): void {
  let quoteAll = false
  for (const line of text.split('\n')) {
    const rest = line.startsWith('&gt;&gt;&gt;') ? line.slice(12) : undefined
    if (rest !== undefined) quoteAll = true
    const quoted = quoteAll
      ? (rest ?? line)
      : /^(?:&gt;|>) ?/.test(line)
        ? line.replace(/^(?:&gt;|>) ?/, '')
        : undefined
    const type = quoted === undefined ? 'line' : 'quote'
    const children = parseInline(quoted ?? line)
    const last = blocks.at(-1)
    if (last?.type === type) last.children.push({ type: 'break' }, ...children)
    else blocks.push({ type, children })
  }
}

type Found = { node: Inline; end: number }

function special(source: string, at: number): Found | undefined {
  const char = source[at]
  if (char === '<') {
    const close = source.indexOf('>', at)
    const inside = close > at + 1 ? source.slice(at + 1, close) : ''
    return inside && !inside.includes('\n') ? { node: angled(inside), end: close + 1 } : undefined
  }
  if (char === ':') {
    const match = /^:([\p{Ll}\p{Lo}\d_+'-]+)(?:::skin-tone-\d)?:/u.exec(source.slice(at, at + 80))
    return match?.[1] && emojiChar(match[1])
      ? { node: { type: 'emoji', name: match[1] }, end: at + match[0].length }
      : undefined
  }
  if (char === '`') {
    const close = source.indexOf('`', at + 1)
    const inside = source.slice(at + 1, close)
    return close > at + 1 && !inside.includes('\n')
      ? { node: { type: 'code', text: unescapeText(inside) }, end: close + 1 }
      : undefined
  }
  if (char === 'h' && !/[A-Za-z0-9]/.test(source[at - 1] ?? '')) {
    const match = /^https?:\/\/[^\s<>|"'`*~、。「」（）]+[^\s<>|"'`*~、。「」（）.,:;!?)\]_]/.exec(source.slice(at))
    if (match) {
      const url = unescapeText(match[0])
      return { node: { type: 'link', url, children: [{ type: 'text', text: url }] }, end: at + match[0].length }
    }
  }
  return undefined
}

function angled(inside: string): Inline {
  const bar = inside.indexOf('|')
  const target = bar < 0 ? inside : inside.slice(0, bar)
  const label = bar < 0 ? undefined : inside.slice(bar + 1)
  if (target.startsWith('@')) return { type: 'user', id: target.slice(1) }
  if (target.startsWith('#'))
    return { type: 'channel', id: target.slice(1), ...(label && { label: unescapeText(label) }) }
  if (target.startsWith('!subteam^')) {
    return { type: 'usergroup', id: target.slice(9), ...(label && { label: unescapeText(label) }) }
  }
  if (target.startsWith('!date^')) return dateToken(target, label)
  if (target.startsWith('!')) return { type: 'broadcast', range: target.slice(1) }
  const url = unescapeText(target)
  return {
    type: 'link',
    url,
    children: label ? parseInline(label) : [{ type: 'text', text: url.replace(/^mailto:/, '') }],
  }
}

function dateToken(target: string, label: string | undefined): Inline {
  const [, seconds, format, url] = target.split('^')
  const fallback = unescapeText(label ?? '')
  if (!seconds || !/^\d+$/.test(seconds) || !format) return { type: 'text', text: fallback }
  return { type: 'date', seconds: Number(seconds), format, fallback, ...(url && { url: unescapeText(url) }) }
}

function styled(source: string, at: number): Found | undefined {
  const mark = source[at]
  const type = mark ? STYLES[mark] : undefined
  if (!mark || !type || !isEdge(source, at - 1) || isBlank(source[at + 1]) || source[at + 1] === mark) return undefined
  for (let close = source.indexOf(mark, at + 2); close > 0; close = source.indexOf(mark, close + 1)) {
    const inside = source.slice(at + 1, close)
    if (inside.includes('\n')) return undefined
    if (insideAngles(inside) || isBlank(source[close - 1]) || !isEdge(source, close + 1)) continue
    return { node: { type, children: parseInline(inside) }, end: close + 1 }
  }
  return undefined
}

/** Whether a style mark may stand beside this place. Full-width punctuation does not count in Slack. */
function isEdge(source: string, at: number): boolean {
  const char = source[at]
  return char === undefined || /[\s!-/:-@[-`{-~]/.test(char)
}

function isBlank(char: string | undefined): boolean {
  return char === undefined || /\s/.test(char)
}

function insideAngles(text: string): boolean {
  return text.lastIndexOf('<') > text.lastIndexOf('>')
}

function addText(out: Inline[], text: string): void {
  const last = out.at(-1)
  if (last?.type === 'text') last.text += text
  else out.push({ type: 'text', text })
}

function entity(source: string, at: number): { text: string; end: number } {
  const match = /^&(amp|lt|gt);/.exec(source.slice(at, at + 5))
  return match ? { text: unescapeText(match[0]), end: at + match[0].length } : { text: '&', end: at + 1 }
}

/** Slack escapes three characters only. */
export function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
