import type { Workspace } from '../workspace/workspace.ts'

/** What is kept as it is: code, and tags that are already in Slack's notation. */
const kept = /(```[\s\S]*?```|`[^`\n]*`|<(?:@[UW][A-Z0-9]+|#C[A-Z0-9]+(?:\|[^>]*)?|![^>]+|https?:[^>]+|mailto:[^>]+)>)/g

const links = /(https?:\/\/[^\s<>|]+[^\s<>|.,;:!?)\]}」』】）。、])/g
const mentions = /(?<![\p{L}\p{N}_])@([a-z0-9][a-z0-9._-]*)/gu
const places = /(?<![\p{L}\p{N}_])#([\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}_-]+)/gu

function mention(workspace: Workspace, typed: string, name: string): string {
  if (name === 'here' || name === 'channel' || name === 'everyone') return `<!${name}>`
  const user = workspace.userByHandle(name)
  if (user) return `<@${user.id}>`
  const groups = workspace.settled.plan === 'free' ? [] : workspace.usergroups.values()
  for (const group of groups) if (group.handle === name) return `<!subteam^${group.id}>`
  const shorter = /^(.*?)[._-]+$/.exec(name)?.[1]
  return shorter ? mention(workspace, `@${shorter}`, shorter) + name.slice(shorter.length) : typed
}

function place(workspace: Workspace, typed: string, name: string): string {
  const channel = workspace.channelByName(name)
  return channel ? `<#${channel.id}|${channel.name}>` : typed
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

function plain(workspace: Workspace, text: string): string {
  return text
    .split(links)
    .map((part, index) => {
      if (index % 2 === 1) return `<${escaped(part)}>`
      return escaped(part)
        .replace(mentions, (typed: string, name: string) => mention(workspace, typed, name))
        .replace(places, (typed: string, name: string) => place(workspace, typed, name))
    })
    .join('')
}

/** What a person typed, as Slack's client sends it: names become tags, `& < >` are escaped, tags and code stay. */
export function sentText(workspace: Workspace, typed: string): string {
  return typed
    .split(kept)
    .map((part, index) => (index % 2 === 0 ? plain(workspace, part) : part.startsWith('`') ? escaped(part) : part))
    .join('')
}
