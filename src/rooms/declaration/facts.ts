import type {} from '../facts/index.ts'

declare module '../facts/fact.ts' {
  interface FactData {
    'invitation.asked': { channel: string; mentionTs: string; threadTs: string | null }
    /** Somebody has opened the form from the answer to a mention, or has put it away again. */
    'invitation.form_opened': { viewId: string; user: string }
    'invitation.form_closed': { viewId: string; user: string }
    /** Somebody said which incident the mention is about; news of it comes to the thread. */
    'invitation.linked': { incident: string }
    /** Its thread hears of that incident no more. */
    'invitation.unlinked': { incident: string }
  }
}
