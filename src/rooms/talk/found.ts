import {
  type Block,
  channelLink,
  context,
  escapeText,
  type MessageContent,
  section,
} from '../../kit/block-kit/index.ts'
import { viewerOf } from '../access/index.ts'
import { declareButton } from '../declaration/index.ts'
import type { World } from '../facts/index.ts'
import { messageAt } from '../record/index.ts'
import { find, type Hit, type Page, placeOfRef } from '../search/index.ts'
import { type Voice, when } from '../situation/index.ts'
import type { Sayable } from '../words/index.ts'
import { texts } from './texts.ts'

/** How people ask what was said before. "Search" alone is said of a broken search, too: `find`, `search for`. */
export const finding: Sayable = {
  key: 'find',
  phrases: ['検索', '検索する', '探す', 'find', 'search for', 'look for'],
  takes: ['text'],
  keepsTimes: true,
}

/** What was found, each with where it leads. */
export type Found = {
  q: string
  page: Pick<Page, 'cores'> & { hits: (Hit & { link: string | null })[] }
  /** The same on the dashboard. */
  all?: string | undefined
}

/** A message with more is no longer read. */
const most = 8

/** What somebody looks for, of what they may know, as a message for them alone. `instead`: what they may have meant to declare. */
export async function answerFound(
  world: World,
  user: string,
  q: string,
  voice: Voice,
  instead?: string,
): Promise<MessageContent> {
  const { read } = world.db
  const { hits, cores } = await find(read, await viewerOf(read, world.settings(), user), { q }, most)
  const led = await Promise.all(
    hits.map(async (hit) => {
      const place = hit.kind === 'message' ? placeOfRef(hit.ref) : undefined
      return { ...hit, link: (place && (await messageAt(read, hit.incidentId, place))?.permalink) ?? null }
    }),
  )
  const all = world.links.page(`/search?${new URLSearchParams({ q })}`)
  return foundMessage({ q, page: { hits: led, cores }, all }, voice, instead)
}

/** What was found, for one person. */
export function foundMessage({ q, page, all }: Found, voice: Voice, instead?: string): MessageContent {
  const t = texts.in(voice.locale)
  const words = escapeText(q)
  const title = !q ? t('found.how') : t(page.hits.length > 0 ? 'found.title' : 'found.none', { q: words })
  const channels = new Map(page.cores.map(({ incident, channel }) => [incident.id, channel]))
  const rows = page.hits.map((hit) => {
    const channel = channels.get(hit.incidentId)
    const place = channel?.channelId ? channelLink(channel.channelId) : `#${escapeText(channel?.name ?? '')}`
    const link = hit.link ? ` · <${hit.link}|${t('found.message')}>` : ''
    const head = `${place} · ${t(`found.kind.${hit.kind}`)} · ${when(hit.at, voice)}`
    // Rich text, because a star within a Japanese word would stand there as a star.
    const said: Block = {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: hit.marked.map(({ text, hit: isHit }) => ({
            type: 'text' as const,
            text,
            ...(isHit ? { style: { bold: true } } : {}),
          })),
        },
      ],
    }
    const line = `${head}: ${escapeText(hit.marked.map(({ text }) => text).join(''))}`
    return { blocks: [section(head + link), said], line: line.replaceAll(/\s+/g, ' ') }
  })
  const more = all && q ? t(page.hits.length > 0 ? 'found.all' : 'found.look', { all }) : ''
  const other = instead ? t('found.instead') : ''
  return {
    text: [title, ...rows.map(({ line }) => line), more, other].filter(Boolean).join('\n'),
    blocks: [
      section(title),
      ...rows.flatMap(({ blocks }) => blocks),
      ...(more ? [context(more)] : []),
      ...(instead
        ? [section(other), { type: 'actions' as const, block_id: 'found', elements: [declareButton(voice, instead)] }]
        : []),
    ],
  }
}
