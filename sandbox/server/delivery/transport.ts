/** What Slack sends an app: events, interactions (buttons, views, shortcuts) and slash commands. */
export type Envelope = {
  kind: 'events_api' | 'interactive' | 'slash_commands'
  /** For the log: the event's or the interaction's type. */
  type: string
  payload: Record<string, unknown>
}

export type Retry = { attempt: number; reason: string }

/** How one attempt ended. `ack` is what the app answered with it, `{}` for a bare acknowledgement. */
export type Outcome = { acked: true; ack: unknown } | { acked: false; reason: string; noRetry?: boolean }

export type Transport = {
  /** Whether anybody listens. */
  readonly ready: boolean
  send(envelope: Envelope, retry: Retry | undefined): Promise<Outcome>
}

/** Slack waits this long for an acknowledgement, in milliseconds, and takes a trigger id for as long. */
export const slackPatience = 3000
