import { newId } from '../ids.ts'
import { refuse } from '../refusal.ts'
import type { StoredBookmark, StoredChannel } from './types.ts'
import type { Workspace } from './workspace.ts'

/** Slack's limit of bookmarks in a channel. */
const most = 100

function checkLink(link: string): void {
  if (!/^(https?|slack|mailto):/i.test(link) || link.length > 3000) refuse('invalid_link')
}

function checkEmoji(emoji: string): void {
  if (emoji !== '' && !/^:[^\s:]+:$/.test(emoji)) refuse('invalid_emoji')
}

type Content = { title: string; link: string; emoji: string }

/** Adds a link to the channel's bar: `too_many_bookmarks`, `invalid_link`, `invalid_emoji`. */
export function addBookmark(
  workspace: Workspace,
  channel: StoredChannel,
  content: Content,
  by: string,
): StoredBookmark {
  checkLink(content.link)
  checkEmoji(content.emoji)
  if (channel.bookmarks.length >= most) refuse('too_many_bookmarks')
  const bookmark: StoredBookmark = {
    ...content,
    id: newId('Bk'),
    channel_id: channel.id,
    type: 'link',
    date_created: workspace.seconds(),
    date_updated: 0,
    rank: String.fromCharCode(97 + (channel.bookmarks.length % 26)),
    last_updated_by_user_id: by,
  }
  channel.bookmarks.push(bookmark)
  workspace.channelChanged(channel)
  return bookmark
}

function find(channel: StoredChannel, id: string): StoredBookmark {
  return channel.bookmarks.find((bookmark) => bookmark.id === id) ?? refuse('not_found')
}

export function editBookmark(
  workspace: Workspace,
  channel: StoredChannel,
  id: string,
  content: Partial<Content>,
  by: string,
): StoredBookmark {
  const bookmark = find(channel, id)
  if (content.link !== undefined) checkLink(content.link)
  if (content.emoji !== undefined) checkEmoji(content.emoji)
  Object.assign(bookmark, content, { date_updated: workspace.seconds(), last_updated_by_user_id: by })
  workspace.channelChanged(channel)
  return bookmark
}

export function removeBookmark(workspace: Workspace, channel: StoredChannel, id: string): void {
  const bookmark = find(channel, id)
  channel.bookmarks = channel.bookmarks.filter((each) => each !== bookmark)
  workspace.channelChanged(channel)
}

/** A bookmark as Slack's answers show it. */
export function wireBookmark(workspace: Workspace, bookmark: StoredBookmark): Record<string, unknown> {
  return {
    ...bookmark,
    icon_url: null,
    entity_id: null,
    last_updated_by_team_id: workspace.team.id,
    shortcut_id: null,
    app_id: null,
  }
}
