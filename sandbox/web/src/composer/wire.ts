import type { Workspace } from '../state/workspace.ts'

type Names = Pick<Workspace, 'users' | 'usergroups' | 'channels'>

/**
 * What was typed, with names turned into Slack's tags wherever this client would have completed them: also straight after a
 * Japanese letter, where no word begins. Code and tags stay; the rest is escaped by the server.
 */
export function asSent(text: string, names: Names): string {
  return text
    .split(/(```[\s\S]*?```|`[^`\n]*`|<[^<>\n]+>|https?:\/\/\S+)/)
    .map((part, index) => (index % 2 === 1 ? part : tagged(part, names)))
    .join('')
}

function tagged(text: string, { users, usergroups, channels }: Names): string {
  const people = new Map([...users.values()].map((user) => [user.name, `<@${user.id}>`]))
  for (const group of usergroups.values()) people.set(group.handle, `<!subteam^${group.id}>`)
  for (const call of ['here', 'channel', 'everyone']) people.set(call, `<!${call}>`)
  const places = [...channels.values()]
    .filter((channel) => !channel.is_im)
    .toSorted((a, b) => b.name.length - a.name.length)
  return text
    .replace(/(?<![A-Za-z0-9_])@([a-z0-9][a-z0-9._-]*)/g, (typed, name: string) => people.get(name) ?? typed)
    .replace(/(?<![A-Za-z0-9_])#([\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}_-]+)/gu, (typed, name: string) => {
      // Japanese text goes on without a space, so the longest channel name that it begins with is meant.
      const place = places.find(
        (channel) => name === channel.name || (/[^ -~]/.test(name) && name.startsWith(channel.name)),
      )
      return place ? `<#${place.id}|${place.name}>${name.slice(place.name.length)}` : typed
    })
}
