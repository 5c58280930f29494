import type { ActAnswer, ApiCall, Delivery, Fault, Message, State, Switches, SwitchOrder } from '../../protocol.ts'
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
  let known: { tag: string; state: State } | undefined
  /** The workspace as it stands; the same object as long as nothing has changed. */
  async function state(): Promise<State> {
    const response = await fetch(`${url}/_sandbox/state`, { headers: known ? { 'if-none-match': known.tag } : {} })
    if (response.status === 304 && known) return known.state
    if (!response.ok) throw new Error(`GET /_sandbox/state answered ${response.status}: ${await response.text()}`)
    known = { tag: response.headers.get('etag') ?? '', state: (await response.json()) as State }
    return known.state
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
    /** Slack renews connections: the oldest so many, or all. */
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

export type Driver = ReturnType<typeof createDriver>
