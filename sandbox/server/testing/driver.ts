import { applyChange, type Picture, pictureOf, stateOf } from '../../picture.ts'
import type {
  ActAnswer,
  ApiCall,
  Changes,
  Delivery,
  Fault,
  Message,
  State,
  Switches,
  SwitchOrder,
} from '../../protocol.ts'
import type { Deed } from '../control/deed.ts'

/** What a person does; see control/deed.ts for the fields of each. */
type Act = { do: Deed['do']; [field: string]: unknown }

/** Drives a running sandbox through its control API, as an outside driver does. */
export function createDriver(url: string) {
  async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const init =
      body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
    const response = await fetch(`${url}/_sandbox/${path}`, { method, ...init })
    if (!response.ok)
      throw new Error(`${method} /_sandbox/${path} answered ${response.status}: ${await response.text()}`)
    return response.json() as Promise<T>
  }
  let picture: Picture | undefined
  let known: State | undefined

  /** The workspace as it stands; the same object as long as nothing has changed, and only what has is fetched. */
  async function state(): Promise<State> {
    const since = await ask<Changes>('GET', `changes?since=${picture?.seq ?? 0}`)
    if (known && picture && since.changes?.length === 0) return known
    if (picture && since.changes) {
      const before = since.vanish ? withoutEphemerals(picture) : picture
      picture = { ...since.changes.reduce(applyChange, before), seq: since.seq }
      known = stateOf(picture)
    } else {
      known = await ask<State>('GET', 'state')
      picture = pictureOf(known)
    }
    return known
  }
  return {
    state,
    act: (deed: Act) => ask<ActAnswer & { code?: string }>('POST', 'act', deed),
    calls: async (since = 0) => (await ask<{ calls: ApiCall[] }>('GET', `calls?since=${since}`)).calls,
    deliveries: async (since = 0) =>
      (await ask<{ deliveries: Delivery[] }>('GET', `deliveries?since=${since}`)).deliveries,
    fault: (fault: Fault) => ask('POST', 'faults', fault),
    clearFaults: () => ask('DELETE', 'faults'),
    reset: () => ask('POST', 'reset', {}),
    /** Makes the workspace as unkind as asked; what is left out stays. Answers how it is then. */
    workspace: (wanted: SwitchOrder = {}) => ask<Switches>('POST', 'workspace', wanted),
    scopes: (scopes: string[]) => ask('POST', 'scopes', { scopes }),
    /** Slack renews connections: this many of the oldest, or all. */
    refreshSocket: (connections?: number) =>
      ask('POST', 'socket', { do: 'refresh', ...(connections === undefined ? {} : { connections }) }),
    /** Sends a text as it is to every connection of the app. */
    raw: (text: string) => ask('POST', 'socket', { do: 'raw', text }),
    cutSocket: () => ask('POST', 'socket', { do: 'cut' }),
    /** The messages of a channel by name, oldest first. */
    async messages(name: string): Promise<Message[]> {
      return (await state()).channels.find((channel) => channel.name === name)?.messages ?? []
    },
  }
}

function withoutEphemerals(picture: Picture): Picture {
  const isLasting = (message: Message) => message.ephemeral_to === undefined
  const messages = [...picture.messages].map(
    ([channel, list]) => [channel, list.every(isLasting) ? list : list.filter(isLasting)] as const,
  )
  return { ...picture, messages: new Map(messages) }
}

export type Driver = ReturnType<typeof createDriver>
