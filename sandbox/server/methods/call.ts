import type { Arguments } from '../api/arguments.ts'
import type { Interactivity } from '../interactivity/interactivity.ts'
import type { Json } from '../workspace/json.ts'
import type { Actor } from '../workspace/types.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** One authenticated call. */
export type Call = {
  method: string
  args: Arguments
  actor: Actor
  /** What it came with; empty where the method needs none. */
  token: string
  /** Of whoever signed in with OpenID Connect: what their token is for. */
  scopes?: readonly string[]
  workspace: Workspace
  interactivity: Interactivity
  /** A fresh Socket Mode address. */
  socketAddress(): string
}

/** A method answers what stands beside `ok: true`; it says no by throwing a Refusal. */
export type Method = (call: Call) => Json

export type Methods = Readonly<Record<string, Method>>
