import { refuse } from '../refusal.ts'
import { addBookmark, editBookmark, removeBookmark, wireBookmark } from '../workspace/bookmarks.ts'
import type { Call, Methods } from './call.ts'
import { ownChannel } from './find.ts'

function add(call: Call) {
  const channel = ownChannel(call, 'channel_id')
  if (call.args.text('type') !== 'link') refuse('invalid_bookmark_type')
  const [title, link, emoji] = [call.args.text('title'), call.args.text('link'), call.args.text('emoji')]
  const bookmark = addBookmark(call.workspace, channel, { title, link, emoji }, call.actor.id)
  return { bookmark: wireBookmark(call.workspace, bookmark) }
}

function edit(call: Call) {
  const channel = ownChannel(call, 'channel_id')
  const content = Object.fromEntries(
    ['title', 'link', 'emoji'].flatMap((name) => (call.args.has(name) ? [[name, call.args.text(name)]] : [])),
  )
  const bookmark = editBookmark(call.workspace, channel, call.args.text('bookmark_id'), content, call.actor.id)
  return { bookmark: wireBookmark(call.workspace, bookmark) }
}

function list(call: Call) {
  const channel = ownChannel(call, 'channel_id')
  return { bookmarks: channel.bookmarks.map((bookmark) => wireBookmark(call.workspace, bookmark)) }
}

function remove(call: Call) {
  removeBookmark(call.workspace, ownChannel(call, 'channel_id'), call.args.text('bookmark_id'))
  return {}
}

export const bookmarks: Methods = {
  'bookmarks.add': add,
  'bookmarks.edit': edit,
  'bookmarks.list': list,
  'bookmarks.remove': remove,
}
