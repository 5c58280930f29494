import type { Workspace } from '../state/workspace.ts'
import { unescapeText } from '../text/mrkdwn.ts'

/** A message's mrkdwn as a person would have typed it: names for ids, and the three escaped characters plain. */
export function asTyped(
  text: string,
  { users, channels, usergroups }: Pick<Workspace, 'users' | 'channels' | 'usergroups'>,
): string {
  const plain = text.replace(/<([^<>\n]+)>/g, (whole, inside: string) => {
    const [target = '', label] = inside.split('|')
    if (target.startsWith('@')) return `@${users.get(target.slice(1))?.name ?? target.slice(1)}`
    if (target.startsWith('#')) return `#${channels.get(target.slice(1))?.name ?? label ?? target.slice(1)}`
    if (target.startsWith('!subteam^')) return `@${usergroups.get(target.slice(9))?.handle ?? label ?? ''}`
    if (/^!(here|channel|everyone)$/.test(target)) return `@${target.slice(1)}`
    if (/^https?:/.test(target)) return label && label !== target ? whole : target
    return whole
  })
  return unescapeText(plain)
}
