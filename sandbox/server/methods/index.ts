import { app } from './app.ts'
import { bookmarks } from './bookmarks.ts'
import type { Method } from './call.ts'
import { chat } from './chat.ts'
import { conversations } from './conversations.ts'
import { files } from './files.ts'
import { histories } from './history.ts'
import { membership } from './members.ts'
import { openId } from './openid.ts'
import { people } from './people.ts'
import { pins } from './pins.ts'
import { reactions } from './reactions.ts'
import { streams } from './streams.ts'
import { unfurls } from './unfurl.ts'
import { views } from './views.ts'

/** Every Web API method that the sandbox serves. */
export const methods: ReadonlyMap<string, Method> = new Map(
  [
    app,
    bookmarks,
    chat,
    conversations,
    files,
    histories,
    membership,
    openId,
    people,
    pins,
    reactions,
    streams,
    unfurls,
    views,
  ].flatMap(Object.entries),
)
