import type { Switches } from '../../protocol.ts'

/** The switches that the workspace holds itself; the others are read off its channels. */
export type Settled = Omit<Switches, 'read_only' | 'thread_only' | 'non_threadable' | 'bot_in'>

/** As a new workspace is: nothing is unkind. */
export const friendly: Settled = {
  plan: 'paid',
  page_size: null,
  people: 0,
  channels: 0,
  usergroups: 0,
  ephemerals: 'keep',
  connect: false,
  outsiders: 0,
  other_app: false,
  oddities: false,
}
