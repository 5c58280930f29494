import type {} from '../facts/index.ts'

declare module '../facts/fact.ts' {
  interface FactData {
    'invitation.asked': { channel: string; mentionTs: string; threadTs: string | null }
    /** A person opened the form from the answer to a mention, or closed it again. */
    'invitation.form_opened': { viewId: string; user: string }
    'invitation.form_closed': { viewId: string; user: string }
    /** A person said which incident the mention is about; news of it comes to the thread. */
    'invitation.linked': { incident: string }
    /** The thread no longer hears of that incident. */
    'invitation.unlinked': { incident: string }
  }
}
