import { ourApp } from './app/installed-app.ts'
import { nameBot } from './seed/index.ts'
import { seedPeople } from './seed/people.ts'
import { gatherCrowds } from './switches/turn.ts'
import type { Workspace } from './workspace/workspace.ts'

/** Where ephemeral messages vanish, those that a journal held are gone with the session. */
function forgetEphemerals(workspace: Workspace): void {
  if (workspace.settled.ephemerals === 'keep') return
  for (const channel of workspace.channels.kept.values()) channel.ephemerals.clear()
}

/** The app that the kept workspace was for; before manifests it was ours. */
function keptFor(workspace: Workspace): string {
  return workspace.keptFor ?? ourApp.name
}

/** Puts the app in place of the one that the workspace was kept for. */
function installInstead(workspace: Workspace): string {
  const before = keptFor(workspace)
  workspace.scopes = [...workspace.app.scopes]
  workspace.views.clear()
  nameBot(workspace)
  return `The workspace was kept for the app "${before}": "${workspace.app.name}" takes its place. Channels and messages stay; forms and homes of "${before}" are gone.`
}

/** A manifest that changed since says more than what was kept of it. */
function takeScopes(workspace: Workspace): string | undefined {
  const { app, scopes } = workspace
  if (app === ourApp || (scopes.length === app.scopes.length && app.scopes.every((each) => scopes.includes(each))))
    return undefined
  workspace.scopes = [...app.scopes]
  return `The scopes are those of the manifest (${app.scopes.join(', ')}), not those that were kept.`
}

/**
 * Makes a workspace whole that was read from its journal: the crowds, who came into the seed since, and the app, which wins
 * over the one that it was kept for. Answers what a person should know of that.
 */
export function resume(workspace: Workspace): { isReplaced: boolean; note?: string } {
  gatherCrowds(workspace)
  forgetEphemerals(workspace)
  for (const person of seedPeople)
    if (!workspace.users.kept.has(person.id)) workspace.users.set(person.id, { ...person })
  if (keptFor(workspace) !== workspace.app.name) return { isReplaced: true, note: installInstead(workspace) }
  nameBot(workspace)
  const note = takeScopes(workspace)
  return { isReplaced: false, ...(note === undefined ? {} : { note }) }
}
