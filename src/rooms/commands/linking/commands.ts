import { bringBackCommand } from './bring-back.ts'
import { linkChannelCommand } from './link-channel.ts'
import { unlinkChannelCommand } from './unlink-channel.ts'

/** Who else hears of it, in the menu's order. */
export const linkingCommands = {
  'link-channel': linkChannelCommand,
  'unlink-channel': unlinkChannelCommand,
  'bring-back': bringBackCommand,
} as const
