import type { Json } from './json.ts'
import type { StoredMessage } from './types.ts'

const links = /<(https?:\/\/[^|>\s]+)(?:\|[^>]*)?>/g

/** Slack's servers reach public hosts only. */
function isPublic(url: string): boolean {
  const host = URL.canParse(url) ? new URL(url).hostname : ''
  return /[a-z]$/i.test(host) && host.includes('.') && !/(^|\.)(localhost|local|internal|test)$/.test(host)
}

/** The public links in a text, each once. */
export function linksIn(text: string): string[] {
  const found = [...text.matchAll(links)].map(([, url = '']) => url.replace(/&amp;/g, '&'))
  return [...new Set(found)].filter(isPublic)
}

/** Whether Slack would look a link of this message up. */
export function unfurls({ text }: StoredMessage): boolean {
  return linksIn(text).length > 0
}

/** A link as Slack shows it beneath a message. Nothing is fetched: the page is told of by its address. */
function previewOf(url: string, id: number): Json {
  const { hostname } = new URL(url)
  return {
    from_url: url,
    id,
    original_url: url,
    fallback: hostname,
    title: hostname,
    title_link: url,
    service_name: hostname,
  }
}

/** The message with previews of its links added. */
export function previewed(message: StoredMessage): StoredMessage {
  const there = message.attachments ?? []
  const previews = linksIn(message.text).map((url, index) => previewOf(url, there.length + index + 1))
  return { ...message, attachments: [...there, ...previews] }
}
