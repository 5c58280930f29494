import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { Limit } from '../block-kit/index.ts'
import type { ApiCall, Delivery, SwitchOrder } from '../protocol.ts'
import { WebApi } from './api/web-api.ts'
import { addressFor } from './app/addresses.ts'
import type { InstalledApp } from './app/installed-app.ts'
import type { Control } from './control/routes.ts'
import { ChangeStream } from './control/stream.ts'
import { Deliveries, type Pending } from './delivery/deliveries.ts'
import type { Log } from './delivery/log.ts'
import { SignedHttp } from './delivery/signed-http.ts'
import { SocketMode } from './delivery/socket.ts'
import { type Envelope, slackPatience } from './delivery/transport.ts'
import { isDeliverable } from './events/deliverable.ts'
import { eventCallback } from './events/envelope.ts'
import { createHttpServer } from './http.ts'
import { Interactivity } from './interactivity/interactivity.ts'
import { resume } from './resume.ts'
import { keepSchedule } from './schedule.ts'
import { appSettings } from './seed/app.ts'
import { plantSeed, seedTeam } from './seed/index.ts'
import { readOrder } from './switches/order.ts'
import { turn } from './switches/turn.ts'
import { Journal } from './workspace/journal.ts'
import { friendly } from './workspace/settled.ts'
import { Workspace } from './workspace/workspace.ts'

export type SandboxOptions = {
  /** 0 (the default) takes any free port. Always on 127.0.0.1. */
  port?: number
  /** Where the workspace is kept over a restart; in memory only when left out. */
  dataDir?: string
  /** How events and interactions reach the app: Socket Mode or signed HTTP; as the app says where left out. */
  transport?: 'socket' | 'http'
  /** With HTTP: the app's request URL, e.g. `http://127.0.0.1:3000/slack/events`; a manifest may name others on that host. */
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
  /** The app of the workspace; the bot of this project where left out. It wins over the one of a workspace that was kept. */
  app?: InstalledApp
  /** Whether links get previews, which change the message a moment after it was posted; unless false. */
  previews?: boolean
  /** How much all blocks of a message may say together; Slack does not say, and nobody knows whether it counts bytes. */
  blocksText?: Limit
  /** Told why a call, a view or a message of the app was refused, a line each. */
  log?: (line: string) => void
}

export type Sandbox = {
  /** `http://127.0.0.1:<port>`; the bot's `slackApiUrl` is this with `/api/`. */
  url: string
  port: number
  /** The workspace itself, for tests in the same process. */
  workspace: Workspace
  /** What was sent to the app, for the same. */
  deliveries: Log<Delivery>
  /** What the app called, for the same. */
  calls: Log<ApiCall>
  /** What its owner should know about the start: that the app took the place of another. */
  note?: string
  close(): Promise<void>
}

/** Starts a Slack-compatible workspace. Rejects with the system's error when the port is taken. */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const now = options.now ?? Date.now
  const workspace = new Workspace(seedTeam, now, options.app)
  workspace.previews = options.previews ?? true
  workspace.blocksText = options.blocksText ?? workspace.blocksText
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
  const resumed = loaded ? resume(workspace) : undefined
  if (!resumed) begin()
  // What was on its way to another app is nothing to this one.
  if (resumed?.isReplaced) onTheirWay.clear()
  const patience = slackPatience * (options.slowness ?? 1)
  const socket = new SocketMode(patience)
  const botUrl = options.botUrl ?? 'http://127.0.0.1:3000/slack/events'
  const address = (envelope: Envelope) => addressFor(workspace.app, envelope, botUrl)
  const http = new SignedHttp(address, appSettings.signingSecret, now, patience)
  const transport = options.transport ?? (workspace.app.usesSocketMode ? 'socket' : 'http')
  const deliveries = new Deliveries(transport === 'http' ? http : socket, {
    scale: options.redeliveryScale ?? 1,
    now,
    patience,
    keep: (id, pending) => journal?.append({ is: 'event', id, ...(pending ? { pending } : {}) }),
  })
  const interactivity = new Interactivity(workspace, deliveries, patience)
  const log = options.log ?? (() => {})
  const refused = (what: string, why: readonly string[]) => log([`Refused ${what}`, ...why].join('\n  '))
  interactivity.refused = refused
  const stream = new ChangeStream(Date.now())
  let port = 0
  const api = new WebApi({
    interactivity,
    rateLimits: options.rateLimits ?? true,
    limitsNow: options.limitsNow ?? now,
    socketAddress: () => socket.address(port),
    refused,
  })

  workspace.watchers = {
    changed(change) {
      stream.tell(change)
      journal?.note(change)
    },
    scoped(scopes) {
      journal?.append({ is: 'scopes', scopes })
    },
    called(call) {
      journal?.append({ is: 'call', call })
    },
    filed(id, file) {
      journal?.append({ is: 'file', id, ...(file ? { file } : {}) })
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
  workspace.url = url
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
    deliveries: deliveries.log,
    calls: api.log,
    ...(resumed?.note === undefined ? {} : { note: resumed.note }),
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
