import type { State } from '../../../sandbox/protocol.ts'
import type { World } from '../../../src/rooms/facts/index.ts'
import { words } from '../../stories/sights.ts'
import { channelsOfBot, markOf } from '../records.ts'

/**
 * Facts that tell of the trouble itself: that something could not be done, and has been since; that a form is open, which is not
 * known of one that came late.
 */
const ofTrouble: ReadonlySet<string> = new Set(['record.adoption_failed', 'channel.delayed', 'invitation.form_opened'])

/** All that stands in the end, a line each: places and who is in them, what each slot says, and what is on record. */
export async function pictureOf(state: State, world: World): Promise<string[]> {
  const handles = new Map(state.users.map((each) => [each.id, each.name]))
  const nameOf = (id: string) => handles.get(id) ?? id
  const lines: string[] = []
  const made = new RegExp(
    channelsOfBot(state)
      .map((each) => each.id)
      .join('|') || '^$',
    'g',
  )
  const timeless = (text: string) => withoutMoments(text.replaceAll(made, '<incident>'))
  for (const channel of state.channels) {
    const place = channel.is_im ? `@${channel.members.map(nameOf).sort().join('+')}` : `#${channel.name}`
    const bots = channel.messages.filter((each) => each.bot_id && !each.ephemeral_to)
    if (!channel.is_im) {
      lines.push(`${place} topic ${timeless(channel.topic ?? '')}`)
      lines.push(`${place} members ${channel.members.map(nameOf).sort().join(' ')}`)
      lines.push(`${place} archived ${channel.is_archived}`)
      for (const bookmark of channel.bookmarks) lines.push(`${place} bookmark ${timeless(words(bookmark.title))}`)
    }
    for (const message of bots) {
      const slot = markOf(message)?.slot
      // An answer to one person, which may have come another way.
      if (!slot) continue
      const pinned = channel.pins.includes(message.ts) ? ' pinned' : ''
      lines.push(timeless(`${place} ${slot}${pinned}: ${words(message)}`))
    }
    for (const { text, reactions } of channel.messages) {
      for (const { name, users } of reactions)
        lines.push(`${place} ${text.slice(0, 20)} :${name}: ${users.map(nameOf)}`)
    }
  }
  const facts = await world.db.read.selectFrom('facts').select('type').execute()
  for (const { type } of facts) if (!ofTrouble.has(type)) lines.push(`fact ${type}`)
  return lines.sort()
}

/** Moments and ids differ from run to run. */
const withoutMoments = (text: string): string =>
  text
    .replaceAll(/<!date\^\d+\^[^>]*>/g, '<date>')
    .replaceAll(/p\d{16}/g, '<link>')
    .replaceAll(/\b[a-z]{3}_[0-9a-z]{26}\b/g, '<id>')
    .replaceAll(/\d{10}\.\d{6}/g, '<ts>')
    .replaceAll(/\d{1,2}:\d{2}/g, '<time>')
    .replaceAll(/約?\d+分/g, '<minutes>')

/** What one picture has and the other has not. */
export function differences(found: readonly string[], wanted: readonly string[]): string[] {
  const left = [...wanted]
  const more = found.filter((line) => {
    const at = left.indexOf(line)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  return [...left.map((line) => `missing: ${line}`), ...more.map((line) => `too much: ${line}`)]
}
