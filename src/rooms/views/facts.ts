import type {} from '../facts/index.ts'

declare module '../facts/fact.ts' {
  interface FactData {
    /** A person saved a filter of the list of incidents under a name. */
    'views.saved': { name: string; shared: boolean }
    'views.removed': { name: string; shared: boolean }
  }
}
