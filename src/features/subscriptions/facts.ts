import type {} from '../../rooms/facts/index.ts'

declare module '../../rooms/facts/fact.ts' {
  interface FactData {
    /** From here on `user` gets the news of the incident by direct message. */
    'subscriptions.begun': { user: string }
    'subscriptions.ended': { user: string }
  }
}
