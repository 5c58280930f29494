/** A person of the workspace, as last seen. */
export type Person = {
  id: string
  handle: string
  name: string
  /** Slack's locale, `ja-JP`; null where Slack did not say. */
  locale: string | null
  email: string | null
  isBot: boolean
  isGuest: boolean
  isDeactivated: boolean
}

/** A user group; `people` are the ids of its members. */
export type Group = { id: string; handle: string; name: string; people: string[] }

export type WorkspaceChannel = { id: string; name: string; isPrivate: boolean; isArchived: boolean; isMember: boolean }

/** The whole workspace as the bot may see it. */
export type Workspace = { people: Person[]; groups: Group[]; channels: WorkspaceChannel[] }
