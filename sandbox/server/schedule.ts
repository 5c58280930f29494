import { post } from './workspace/messages.ts'
import type { Workspace } from './workspace/workspace.ts'

/** How often due messages are looked for, in milliseconds. */
const every = 500

/** Posts scheduled messages when they are due; answers what stops it. */
export function keepSchedule(workspace: Workspace): () => void {
  const timer = setInterval(() => {
    for (const channel of workspace.channels.kept.values()) {
      const due = channel.scheduled.filter((each) => each.post_at <= workspace.seconds())
      if (due.length === 0) continue
      channel.scheduled = channel.scheduled.filter((each) => !due.includes(each))
      workspace.channelChanged(channel)
      if (channel.is_archived) continue
      for (const { by, draft } of due) post(workspace, channel, { id: by, bot: by === workspace.botId }, draft)
    }
  }, every)
  timer.unref()
  return () => clearInterval(timer)
}
