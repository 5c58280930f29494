import type { ActOf, Performer } from '../performer.ts'
import type { Act } from '../slot.ts'
import { archive } from './archive.ts'
import { bookmark } from './bookmark.ts'
import { createChannel } from './create-channel.ts'
import { remove } from './delete.ts'
import { directMessage } from './direct-message.ts'
import { ephemeral } from './ephemeral.ts'
import { invite } from './invite.ts'
import { join } from './join.ts'
import { kick } from './kick.ts'
import { message } from './message.ts'
import { pin } from './pin.ts'
import { react } from './react.ts'
import { removeBookmark } from './remove-bookmark.ts'
import { topic } from './topic.ts'
import { view } from './view.ts'

const performers: { [Do in Act['do']]: Performer<ActOf<Do>> } = {
  'create-channel': createChannel,
  message,
  'direct-message': directMessage,
  ephemeral,
  react,
  pin,
  topic,
  bookmark,
  'remove-bookmark': removeBookmark,
  invite,
  archive,
  join,
  kick,
  delete: remove,
  view,
}

/** Who does acts of this kind. */
export function performerOf(act: Act): Performer<Act> {
  // Each performer stands under the name of the one kind of act that it takes.
  return performers[act.do] as Performer<Act>
}
