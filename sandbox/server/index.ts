import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { SwitchOrder } from '../protocol.ts'
import { WebApi } from './api/web-api.ts'
import type { Control } from './control/routes.ts'
import { ChangeStream } from './control/stream.ts'
import { Deliveries, type Pending } from './delivery/deliveries.ts'
import { SignedHttp } from './delivery/signed-http.ts'
import { SocketMode } from './delivery/socket.ts'
import { slackPatience } from './delivery/transport.ts'
import { isDeliverable } from './events/deliverable.ts'
import { eventCallback } from './events/envelope.ts'
import { createHttpServer } from './http.ts'
import { Interactivity } from './interactivity/interactivity.ts'
import { keepSchedule } from './schedule.ts'
import { appSettings } from './seed/app.ts'
import { plantSeed, seedTeam } from './seed/index.ts'
import { readOrder } from './switches/order.ts'
import { gatherCrowds, turn } from './switches/turn.ts'
import { Journal } from './workspace/journal.ts'
import { friendly } from './workspace/settled.ts'
import { Workspace } from './workspace/workspace.ts'

export type SandboxOptions = {
  /** 0 (the default) takes any free port. Always on 127.0.0.1. */
  port?: number
  /** Where the workspace is kept over a restart; in memory only when left out. */
  dataDir?: string
  /** How events and interactions reach the app: Socket Mode (the default) or signed HTTP. */
  transport?: 'socket' | 'http'
  /** With HTTP: the app's request URL, e.g. `http://127.0.0.1:3000/slack/events`. */
  botUrl?: string
  /** Slack's rate limits; on unless false. */
  rateLimits?: boolean
  /** Multiplies the waits before a redelivery (0, 1 and 5 min); 1 by default. */
  redeliveryScale?: number
  /** Milliseconds since the epoch; the machine's clock by default. */
  now?: () => number
  /** The time by which rate limits are counted, where it is another. */
  limitsNow?: () => number
  /** Multiplies how long Slack waits for an acknowledgement, and how long a trigger id lives: for tests on a busy machine. */
  slowness?: number
  /** How unkind the workspace is from the start, and after each reset; friendly where left out. Not of one that was kept. */
  workspace?: SwitchOrder
}

export type Sandbox = {
  /** `http://127.0.0.1:<port>`; the bot's `slackApiUrl` is this with `/api/`. */
  url: string
  port: number
  /** The workspace itself, for tests in the same process. */
  workspace: Workspace
  close(): Promise<void>
}

/** What a journal does not hold: the crowds; and where ephemeral messages vanish, those that it held. */
function resume(workspace: Workspace): void {
  gatherCrowds(workspace)
  if (workspace.settled.ephemerals === 'keep') return
  for (const channel of workspace.channels.kept.values()) channel.ephemerals.clear()
}

/** Starts a Slack-compatible workspace. Rejects with the system's error when the port is taken. */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const now = options.now ?? Date.now
  const workspace = new Workspace(seedTeam, now)
  const journal = options.dataDir === undefined ? undefined : new Journal(workspace, options.dataDir)
  const onTheirWay = new Map<string, Pending>()
  const loaded = journal?.load((id, pending) => {
    // Written by `keep` below, and by nobody else.
    if (pending) onTheirWay.set(id, { ...onTheirWay.get(id), ...(pending as Pending) })
    else onTheirWay.delete(id)
  })
  const begin = () => {
    workspace.settled = { ...friendly }
    plantSeed(workspace)
    turn(workspace, readOrder(options.workspace ?? {}))
  }
  if (loaded) resume(workspace)
  else begin()
  const patience = slackPatience * (options.slowness ?? 1)
  const socket = new SocketMode(patience)
  const botUrl = options.botUrl ?? 'http://127.0.0.1:3000/slack/events'
  const http = new SignedHttp(botUrl, appSettings.signingSecret, now, patience)
  const deliveries = new Deliveries(options.transport === 'http' ? http : socket, {
    scale: options.redeliveryScale ?? 1,
    now,
    patience,
    keep: (id, pending) => journal?.append({ is: 'event', id, ...(pending ? { pending } : {}) }),
  })
  const interactivity = new Interactivity(workspace, deliveries, patience)
  const stream = new ChangeStream(Date.now())
  let port = 0
  const api = new WebApi({
    interactivity,
    rateLimits: options.rateLimits ?? true,
    limitsNow: options.limitsNow ?? now,
    socketAddress: () => socket.address(port),
  })

  workspace.watchers = {
    changed(change) {
      stream.tell(change)
      journal?.note(change)
    },
    happened(event, channel, botWasIn) {
      if (!isDeliverable(workspace, event, channel, botWasIn)) return
      deliveries.event({ kind: 'events_api', type: event.type, payload: eventCallback(workspace, event, channel) })
    },
  }

  const control: Control = {
    interactivity,
    deliveries,
    api,
    socket,
    stream,
    reset() {
      workspace.clear()
      begin()
      api.faults.clear()
      api.limits.clear()
      api.log.clear()
      interactivity.forget()
      deliveries.forget()
      journal?.rewrite()
      stream.tell({ kind: 'reset' })
    },
    turn(wanted) {
      const now = turn(workspace, wanted)
      journal?.rewrite()
      stream.tell({ kind: 'reset' })
      return now
    },
    scopesChanged(scopes) {
      workspace.scopes = scopes
      journal?.append({ is: 'scopes', scopes })
    },
  }

  const server = createHttpServer(control)
  server.listen(options.port ?? 0, '127.0.0.1')
  await once(server, 'listening')
  // It listens on a port, not on a pipe.
  port = (server.address() as AddressInfo).port
  const url = `http://127.0.0.1:${port}`
  interactivity.responseUrls.base = url
  if (journal) {
    journal.others = () => [...deliveries.pending].map(([id, pending]) => ({ is: 'event', id, pending }))
    journal.rewrite()
  }
  for (const pending of onTheirWay.values()) deliveries.resume(pending)
  const stopSchedule = keepSchedule(workspace)

  return {
    url,
    port,
    workspace,
    async close() {
      stopSchedule()
      deliveries.close()
      http.close()
      socket.close()
      stream.close()
      server.close()
      server.closeAllConnections()
      if (server.listening) await once(server, 'close')
      journal?.close()
    },
  }
}
