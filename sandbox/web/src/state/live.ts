import { applyChange } from '../../../picture.ts'
import type { AppInfo, Change, Found, State } from '../../../protocol.ts'
import { createStore, useStore } from './store.ts'
import { fromState, type Workspace, withFound } from './workspace.ts'

export type Connection = 'connecting' | 'live' | 'lost'

const RETRY_MS = 1000

const workspaceStore = createStore<Workspace | undefined>(undefined)
const connectionStore = createStore<Connection>('connecting')

export function useConnection(): Connection {
  return useStore(connectionStore, (value) => value)
}

/** The picture once it is there. */
export function useMaybeWorkspace(): boolean {
  return useStore(workspaceStore, (value) => value !== undefined)
}

/** A part of the picture; used only below the component that waits for the picture, and throws above it. */
export function useWorkspace<R>(select: (workspace: Workspace) => R): R {
  return useStore(workspaceStore, (value) => select(loaded(value)))
}

/** The picture now, for event handlers. */
export function workspaceNow(): Workspace {
  return loaded(workspaceStore.get())
}

function loaded(value: Workspace | undefined): Workspace {
  if (!value) throw new Error('The workspace has not been loaded yet')
  return value
}

/** Looks for what a large workspace's picture does not hold, and puts what is found into it. */
export async function lookFor(query: string): Promise<void> {
  if (query.trim() === '' || !workspaceNow().isPartial) return
  const found = await getJson<Found>(`/_sandbox/search?q=${encodeURIComponent(query)}`).catch(() => undefined)
  if (found) workspaceStore.set(withFound(workspaceNow(), found))
}

/** Sets the picture by hand: for tests and fixtures. */
export function showWorkspace(workspace: Workspace): void {
  workspaceStore.set(workspace)
  connectionStore.set('live')
}

/**
 * Loads the picture and follows it. The stream is opened first and its changes are held until the picture is there, so none
 * falls between the two; after a gap (lost connection, reset) the picture is loaded anew. `onLoad` is called
 * with each picture before it is shown, `onChange` with each later change and the picture before it. Answers a function that
 * stops it.
 */
export function follow(
  onLoad: (workspace: Workspace) => void,
  onChange: (before: Workspace, change: Change) => void,
): () => void {
  let stream: EventSource | undefined
  let again: ReturnType<typeof setTimeout> | undefined
  let held: Change[] | undefined = []
  let round = 0

  const load = async () => {
    const mine = ++round
    held = []
    try {
      const [state, app] = await Promise.all([
        getJson<State>('/_sandbox/state?client'),
        getJson<AppInfo>('/_sandbox/app'),
      ])
      if (mine !== round) return
      const waiting = held ?? []
      held = undefined
      const workspace = waiting.reduce(applyChange, fromState(state, app))
      onLoad(workspace)
      workspaceStore.set(workspace)
      connectionStore.set('live')
    } catch {
      if (mine === round) connectionStore.set('lost')
    }
  }

  const connect = () => {
    const opened = new EventSource('/_sandbox/stream')
    stream = opened
    opened.onopen = () => void load()
    opened.onerror = () => {
      connectionStore.set('lost')
      // The browser tries again by itself, except where a server answered with anything but a stream.
      if (opened.readyState === EventSource.CLOSED) again = setTimeout(connect, RETRY_MS)
    }
    opened.onmessage = (event: MessageEvent<string>) => {
      // The server is our own, built together with this client.
      const change = JSON.parse(event.data) as Change
      if (change.kind === 'reset') void load()
      else if (held) held.push(change)
      else {
        const before = workspaceNow()
        workspaceStore.set(applyChange(before, change))
        onChange(before, change)
      }
    }
  }

  connect()
  return () => {
    round++
    clearTimeout(again)
    stream?.close()
  }
}

async function getJson<T>(path: string): Promise<T> {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  // It is served by the sandbox that this page came from, with the same types.
  return (await response.json()) as T
}
