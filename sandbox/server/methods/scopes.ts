import { methodFacts } from '../../coverage/index.ts'
import { refuse } from '../refusal.ts'
import { channelType } from '../workspace/messages.ts'
import type { StoredChannel } from '../workspace/types.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** The scopes whose names begin so speak of these conversations. */
const families = { channel: 'channels:', group: 'groups:', im: 'im:', mpim: 'mpim:' } as const

const prefixes = Object.values(families)

function isOfFamily(scope: string): boolean {
  return prefixes.some((prefix) => scope.startsWith(prefix))
}

/**
 * Refuses with `missing_scope` (`needed`, `provided`) a bot call whose token lacks what the method documents. For a
 * conversation the scope of its kind is needed; without one, any of them.
 */
export function checkScope(workspace: Workspace, method: string, channel: StoredChannel | undefined): void {
  const documented = methodFacts.get(method)?.botScopes ?? []
  const kind = channel ? families[channelType(channel)] : undefined
  const ofKind = kind === undefined ? [] : documented.filter((scope) => !isOfFamily(scope) || scope.startsWith(kind))
  const needed = ofKind.length > 0 ? ofKind : documented
  if (needed.length === 0 || needed.some((scope) => workspace.scopes.includes(scope))) return
  refuse('missing_scope', { needed: needed.join(','), provided: workspace.scopes.join(',') })
}

/** The scopes that creating needs depend on what is created. */
export function checkCreateScope(workspace: Workspace, isPrivate: boolean): void {
  const needed = isPrivate ? ['groups:write'] : ['channels:manage', 'channels:write']
  if (needed.some((scope) => workspace.scopes.includes(scope))) return
  refuse('missing_scope', { needed: needed.join(','), provided: workspace.scopes.join(',') })
}
