import type {} from '../facts/index.ts'

declare module '../facts/fact.ts' {
  interface FactData {
    /** Somebody keeps what they look for among incidents under a name. */
    'views.saved': { name: string; shared: boolean }
    'views.removed': { name: string; shared: boolean }
  }
}
