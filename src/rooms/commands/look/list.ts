import { channelLink, escapeText, type MessageContent, section } from '../../../kit/block-kit/index.ts'
import type { Reader } from '../../../kit/db/index.ts'
import { type Viewer, viewerOf } from '../../access/index.ts'
import { sees } from '../../assembly/index.ts'
import type { World } from '../../facts/index.ts'
import { openIncidents } from '../../incident/index.ts'
import {
  ago,
  handlerName,
  levelName,
  publicTitle,
  type Situation,
  situationInList,
  situationOf,
  statusEmojiOf,
  statusName,
  type Voice,
} from '../../situation/index.ts'
import type { Command } from '../command.ts'
import { texts } from './texts.ts'

/** A message has 50 blocks at most; a list longer than this is no help at 3 a.m. */
const mostRows = 10

/** One open incident in one line. A private one is not for lists. */
export function listRow(situation: Situation, voice: Voice): string {
  const { incident, channel } = situation
  const t = texts.in(voice.locale)
  return t('list.row', {
    emoji: statusEmojiOf(incident.status),
    channel: channel.channelId ? channelLink(channel.channelId) : `#${escapeText(channel.name)}`,
    title: publicTitle(incident, voice, 80),
    status: statusName(incident.status, voice),
    level: incident.level ? escapeText(levelName(incident.level, voice)) : t('list.level.none'),
    handler: handlerName(situation, voice),
    ago: ago(incident.declaredAt, voice),
  })
}

/** The first of the incidents that were looked for, and how many there are beside them. */
type Found = { shown: Situation[]; more: number }

/** The public incidents that are not over, the newest first. */
export async function openSituations(reader: Reader, most: number): Promise<Found> {
  const open = (await openIncidents(reader, 200)).filter((incident) => incident.visibility === 'public')
  const shown: Situation[] = []
  for (const incident of open.slice(0, most)) {
    const situation = await situationOf(reader, incident.id)
    if (situation) shown.push(situation)
  }
  return { shown, more: Math.max(0, open.length - most) }
}

/**
 * The incidents that are not over and that a person may know of: real ones first, the newest first. Of a private one that
 * is none of theirs not even the number is told.
 */
export async function openFor(world: Pick<World, 'db' | 'log'>, viewer: Viewer, most: number): Promise<Found> {
  const open = await openIncidents(world.db.read, 200)
  const shown: Situation[] = []
  let more = 0
  for (const { id, visibility } of open.toSorted((a, b) => Number(b.kind === 'real') - Number(a.kind === 'real'))) {
    if (shown.length >= most) {
      if (visibility === 'public' && !viewer.isConfined) more++
      continue
    }
    const situation = await situationInList(world.db.read, world.log, id)
    if (situation && sees(situation, viewer)) shown.push(situation)
  }
  return { shown, more }
}

/** The list of open incidents as a message for one person. */
export async function openList(world: World, userId: string, voice: Voice): Promise<MessageContent> {
  return listMessage(await openFor(world, await viewerOf(world.db.read, world.settings(), userId), mostRows), voice)
}

/** Open incidents, a line each; `more` are open beside them. */
function listMessage({ shown, more }: Found, voice: Voice): MessageContent {
  const t = texts.in(voice.locale)
  const rows = shown.length === 0 ? [t('list.none')] : shown.map((situation) => listRow(situation, voice))
  if (more > 0) rows.push(t('list.more', { count: more }))
  return {
    text: [t('list.title'), ...rows].join('\n'),
    blocks: [section(`*${t('list.title')}*`), ...rows.map((row) => section(row))],
  }
}

export const listCommand: Command = {
  verb: 'list',
  label: (locale) => texts.in(locale)('label.list'),
  offered: () => true,
  async run(world, { by }, voice) {
    return openList(world, by, voice)
  },
}
