import type {} from '../facts/index.ts'

declare module '../facts/fact.ts' {
  interface FactData {
    /** Slack's rate limit for new channels is spent: this one has to wait. */
    'channel.delayed': { invitationId: string | null }
    'channel.created': { channel: string; name: string; invitationId: string | null }
    'channel.name_taken': { taken: string; reserved: string }
    /** Slack refused the name, with its word `error`: one of plain letters is used instead. */
    'channel.name_refused': { refused: string; reserved: string; error: string }
    'channel.renamed': { from: string; to: string }
    /** `because`: the bot archived it on its day; or the channel was deleted, which nobody can undo. */
    'channel.archived': { by: string | null; because?: 'due' | 'deleted' }
    'channel.unarchived': { by: string | null }
    /** The incident is private and nobody has converted its channel: the bot makes a private one called `to`. */
    'channel.move_wanted': { from: string; to: string }
    /** The incident goes on in the private channel `to`; `name` is the old channel's. */
    'channel.moved': { from: string; name: string; to: string }
    /** The old channel is cleaned and archived. */
    'channel.former_archived': { channel: string }
    /** The incident has been private for a while, and its channel is still public: `user` was reminded. */
    'channel.still_public': { user: string }
    'channel.converted': { to: 'public' | 'private'; by: string | null }
    /** It was shared with another company and got a new id: all stored references were rewritten. */
    'channel.id_changed': { from: string; to: string }
    /** A person removed the bot from the incident's channel. */
    'channel.bot_left': { by: string | null }
    /** A person asked the bot to come back. */
    'channel.bot_called_back': { by: string }
    'channel.bot_returned': { channel: string }
  }
}
