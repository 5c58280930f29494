import type { Command } from '../../rooms/faces/index.ts'
import { bringBackCommand } from './bring-back.ts'
import { linkChannelCommand } from './link-channel.ts'
import { unlinkChannelCommand } from './unlink-channel.ts'

export const channelCommands = {
  'link-channel': linkChannelCommand,
  'unlink-channel': unlinkChannelCommand,
  'bring-back': bringBackCommand,
} as const
type Own = typeof channelCommands

declare module '../../rooms/faces/verbs.ts' {
  interface Verbs extends Record<keyof Own, Command> {}
}
