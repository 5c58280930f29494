import { methodFacts } from './methods.ts'
import { type Difference, differences } from './shape.ts'

/** Keys that the examples show because of what they are about; Slack leaves them out elsewhere. */
const situational: ReadonlySet<string> = new Set([
  // messages of classic bots; today's carry user and bot_id instead
  'username',
  'subtype',
  'attachments',
  'bot_id',
  // conversations: present or not by kind, by membership, and from method to method
  'properties',
  'priority',
  'locale',
  'updated',
  'context_team_id',
  'parent_conversation',
  'is_frozen',
  'is_read_only',
  'last_read',
  'latest',
  'unread_count',
  'unread_count_display',
  'num_members',
  'is_member',
  'shared_team_ids',
  'pending_connected_team_ids',
  // a warning of conversations.join, only for one who is a member already; kick's errors are per workspace of a grid
  'warning',
  'warnings',
  'errors',
  // with another page only, or (the address) with users:read.email
  'response_metadata',
  'next_cursor',
  'email',
  // profiles: what the person never filled in; with administrators' rights only
  'image_original',
  'has_2fa',
  'is_app_user',
  'pronouns',
  'start_date',
  'huddle_state',
  'skype',
  'phone',
  'huddle_state_expiration_ts',
  'status_emoji_display_info',
  'first_name',
  'last_name',
  'fields',
  // Enterprise Grid only
  'enterprise_id',
  'enterprise_name',
  // plain_text objects: as they were given
  'emoji',
  'verbatim',
  // asked for with include_count
  'user_count',
  // files: of images, and only once they are shared or described
  'thumb_64',
  'thumb_80',
  'thumb_160',
  'thumb_360',
  'thumb_360_w',
  'thumb_360_h',
  'thumb_360_gif',
  'deanimate_gif',
  'pjpeg',
  'image_exif_rotation',
  'original_w',
  'original_h',
  'alt_txt',
  'public',
])

/** Keys that are null where there is nothing, although the example of that method shows something. */
const nullable: ReadonlySet<string> = new Set([
  'title',
  'submit',
  'close',
  'previous_view_id',
  'latest',
  'emoji',
  'icon_url',
])

/** Numbers that the examples write as strings (and clients accept as either). */
const numeric: ReadonlySet<string> = new Set(['post_at', 'user_count'])

function isTolerated({ pointer, expected, got }: Difference): boolean {
  const key = pointer.slice(pointer.lastIndexOf('/') + 1)
  if (got === 'nothing') return situational.has(key)
  if (got === 'null') return nullable.has(key)
  return numeric.has(key) && expected === 'string' && got === 'number'
}

/**
 * Holds a served success answer against the documented success examples: keys missing, or of another JSON type.
 * Of several documented examples the nearest counts. Extra keys are fine, and so are the tables above.
 *
 * @returns one line per problem, e.g. `/channel/id: expected string, got nothing`; [] when the answer fits.
 */
export function matchesShape(method: string, answer: unknown): string[] {
  const facts = methodFacts.get(method)
  if (facts === undefined) return [`${method}: not in the reference`]
  const attempts = [facts.successShape, ...facts.otherShapes].map((shape) =>
    differences(shape, answer).filter((difference) => !isTolerated(difference)),
  )
  const nearest = attempts.reduce((best, next) => (next.length < best.length ? next : best))
  return nearest.map(({ pointer, expected, got }) => `${pointer || '/'}: expected ${expected}, got ${got}`)
}
