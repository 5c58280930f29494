import { createContext, use } from 'react'
import type { Form } from './form.ts'
import type { Option, OptionGroup } from './types.ts'

/** What an input holds: a text, an option's value, an id, an ISO moment; several in an array; null for nothing. */
export type InputValue = string | string[] | null

/** Where an element stands. */
export type Place = { blockId: string | undefined; actionId: string }

export type Suggestions = { options: Option[] } | { groups: OptionGroup[] }

/** What blocks can do where they stand: in a message, in a dialog or on the app's home. */
export type BlockHost = {
  /** Sends a click to the app; resolves once it is acknowledged or refused. */
  click(place: Place, value?: InputValue): Promise<void>
  /** Asks the app for the options that match what was typed. */
  suggest(place: Place, query: string): Promise<Suggestions>
  /** The inputs of a dialog or home; a message has none. */
  form?: Form
  /** The channel that the blocks stand in. */
  channel?: string | undefined
}

const HostContext = createContext<BlockHost>({
  click: async () => {},
  suggest: async () => ({ options: [] }),
})

export const BlockHostProvider = HostContext.Provider

export function useBlockHost(): BlockHost {
  return use(HostContext)
}
