import { channelLink, escapeText, type MessageContent, section } from '../../../kit/block-kit/index.ts'
import type { Reader } from '../../../kit/db/index.ts'
import { type Viewer, viewerOf } from '../../access/index.ts'
import type { Command } from '../../faces/index.ts'
import type { World } from '../../facts/index.ts'
import { type Core, listFirst, listPage, openStatuses } from '../../reading/index.ts'
import {
  handlerName,
  leftName,
  leftOf,
  levelName,
  publicTitle,
  situationOf,
  statusEmojiOf,
  statusName,
  type Voice,
  when,
} from '../../situation/index.ts'
import type { Left } from '../../upkeep/index.ts'
import { texts } from './texts.ts'

/** A message has 50 blocks at most; a list longer than this is no help at 3 a.m. */
const mostRows = 10

/** One open incident in one line, and of a recovered one what is `left`, where that is known. A private one is not for lists. */
export function listRow(listed: Core, voice: Voice, left: readonly Left[] = []): string {
  const { incident, channel } = listed
  const t = texts.in(voice.locale)
  const row = t('list.row', {
    emoji: statusEmojiOf(incident.status),
    channel: channel.channelId ? channelLink(channel.channelId) : `#${escapeText(channel.name)}`,
    title: publicTitle(incident, voice, 80),
    status: statusName(incident.status, voice),
    level: incident.level ? escapeText(levelName(incident.level, voice)) : t('list.level.none'),
    handler: handlerName(listed, voice),
    when: when(incident.declaredAt, voice),
  })
  if (left.length === 0) return row
  return `${row}\n${t('list.left', { left: left.map((each) => leftName(each, voice)).join(t('list.and')) })}`
}

const whatIsOpen = { statuses: openStatuses }

/** The first of the incidents that are not over and that everybody may know of, the newest first. */
export const openToAll = async (reader: Reader, most: number): Promise<readonly Core[]> =>
  (await listPage(reader, undefined, whatIsOpen, { limit: most })).cores

/** The incidents that are not over and that a person may know of. Of a private one that is none of theirs not even the number is told. */
export const openFor = ({ db }: Pick<World, 'db'>, viewer: Viewer, most: number) =>
  listFirst(db.read, viewer, whatIsOpen, most)

/** The list of open incidents as a message for one person. */
export async function openList(world: World, userId: string, voice: Voice): Promise<MessageContent> {
  const { read } = world.db
  const open = await openFor(world, await viewerOf(read, world.settings(), userId), mostRows)
  const left = new Map<string, readonly Left[]>()
  for (const { incident } of open.shown.filter((each) => each.incident.status === 'recovered')) {
    const situation = await situationOf(read, incident.id)
    if (situation) left.set(incident.id, leftOf(situation, voice.settings))
  }
  return listMessage(open, voice, left)
}

/** Open incidents, a line each, with what is `left` of those that are recovered; `more` are open beside them. */
export function listMessage(
  { shown, more }: { shown: readonly Core[]; more: number },
  voice: Voice,
  left: ReadonlyMap<string, readonly Left[]> = new Map(),
): MessageContent {
  const t = texts.in(voice.locale)
  const rows =
    shown.length === 0 ? [t('list.none')] : shown.map((core) => listRow(core, voice, left.get(core.incident.id)))
  if (more > 0) rows.push(t('list.more', { count: more }))
  return {
    text: [t('list.title'), ...rows].join('\n'),
    blocks: [section(`*${t('list.title')}*`), ...rows.map((row) => section(row))],
  }
}

export const listCommand: Command = {
  verb: 'list',
  label: (locale) => texts.in(locale)('label.list'),
  spoken: {
    ja: [
      '一覧',
      'リスト',
      'インシデント一覧',
      '対応中の一覧',
      'ほかのインシデント',
      '対応中のインシデント',
      '未完了のインシデント',
      '未完了の一覧',
      'オープンなインシデント',
    ],
    en: [
      'list',
      'ls',
      'list incidents',
      'open incidents',
      'show open incidents',
      'all incidents',
      'other incidents',
      'what is open',
      'overview',
      'incidents',
    ],
    shows: true,
  },
  offered: () => true,
  async run(world, { by }, voice) {
    return openList(world, by, voice)
  },
}
