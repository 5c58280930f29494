import { app } from './app.ts'
import { assistants, functions } from './assistant.ts'
import { bookmarks } from './bookmarks.ts'
import type { Method } from './call.ts'
import { calls } from './calls.ts'
import { canvases } from './canvases.ts'
import { chat } from './chat.ts'
import { conversations } from './conversations.ts'
import { dnd } from './dnd.ts'
import { files } from './files.ts'
import { histories } from './history.ts'
import { installation } from './install.ts'
import { membership } from './members.ts'
import { openId } from './openid.ts'
import { people } from './people.ts'
import { pins } from './pins.ts'
import { profiles } from './profiles.ts'
import { reactions } from './reactions.ts'
import { reminders } from './reminders.ts'
import { searches } from './search.ts'
import { streams } from './streams.ts'
import { unfurls } from './unfurl.ts'
import { usergroups } from './usergroups.ts'
import { views } from './views.ts'

/** Every Web API method that the sandbox serves. */
export const methods: ReadonlyMap<string, Method> = new Map(
  [
    app,
    assistants,
    bookmarks,
    calls,
    canvases,
    chat,
    conversations,
    dnd,
    files,
    functions,
    histories,
    installation,
    membership,
    openId,
    people,
    pins,
    profiles,
    reactions,
    reminders,
    searches,
    streams,
    unfurls,
    usergroups,
    views,
  ].flatMap(Object.entries),
)
