import { byId, type Picture, pictureOf } from '../../../picture.ts'
import type { AppInfo, Found, State } from '../../../protocol.ts'

/** The picture that the client shows. */
export type Workspace = Picture & {
  app: AppInfo
  /** Whether there are more of anything than the picture holds: they are searched for. */
  isPartial: boolean
}

/** The whole picture, from the state that the server answered. */
export function fromState(state: State, app: AppInfo): Workspace {
  return { ...pictureOf(state), app, isPartial: Object.values(state.more).some((count) => count > 0) }
}

/** The picture with what a search found besides. What is known already stays as it is: the stream keeps it up to date. */
export function withFound(workspace: Workspace, { users, usergroups, channels }: Found): Workspace {
  return {
    ...workspace,
    users: new Map([...byId(users), ...workspace.users]),
    usergroups: new Map([...byId(usergroups), ...workspace.usergroups]),
    channels: new Map([...byId(channels), ...workspace.channels]),
  }
}

/** The ts of the last message anywhere; empty for a workspace without any. */
export function newestTs(workspace: Workspace): string {
  let newest = ''
  for (const list of workspace.messages.values()) {
    const last = list.at(-1)
    if (last && last.ts > newest) newest = last.ts
  }
  return newest
}
