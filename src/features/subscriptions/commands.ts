import type { Command } from '../../rooms/faces/index.ts'
import { subscribeCommand } from './subscribe.ts'
import { unsubscribeCommand } from './unsubscribe.ts'

export const subscriptionCommands = {
  subscribe: subscribeCommand,
  unsubscribe: unsubscribeCommand,
} as const
type Own = typeof subscriptionCommands

declare module '../../rooms/faces/verbs.ts' {
  interface Verbs extends Record<keyof Own, Command> {}
}
