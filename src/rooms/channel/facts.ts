import type {} from '../facts/index.ts'

declare module '../facts/fact.ts' {
  interface FactData {
    /** Slack's budget for channels is spent: this one has to wait. */
    'channel.delayed': { invitationId: string | null }
    'channel.created': { channel: string; name: string; invitationId: string | null }
    'channel.name_taken': { taken: string; reserved: string }
    /** Slack would not have the name, in its word `error`: one of plain letters takes its place. */
    'channel.name_refused': { refused: string; reserved: string; error: string }
    'channel.renamed': { from: string; to: string }
    /** `because`: the bot did it, in its time; or the channel was deleted, which nobody can undo. */
    'channel.archived': { by: string | null; because?: 'due' | 'deleted' }
    'channel.unarchived': { by: string | null }
    /** It is private and nobody has converted its channel: the bot makes a private one in its place, called `to`. */
    'channel.move_wanted': { from: string; to: string }
    /** It goes on in the private channel `to`; `name` is what the one that it left was called. */
    'channel.moved': { from: string; name: string; to: string }
    /** The channel that it left is cleaned and archived. */
    'channel.former_archived': { channel: string }
    /** It has been private for a while, and its channel is still public. */
    'channel.still_public': { user: string }
    'channel.converted': { to: 'public' | 'private'; by: string | null }
    /** It was shared with another company, and Slack calls it otherwise since: all that is stored was rewritten. */
    'channel.id_changed': { from: string; to: string }
    /** Somebody took the bot out of the incident's channel. */
    'channel.bot_left': { by: string | null }
    /** A person asked for it to come back. */
    'channel.bot_called_back': { by: string }
    'channel.bot_returned': { channel: string }
  }
}
