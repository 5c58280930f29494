import { refuse } from '../refusal.ts'
import type { Call } from './call.ts'

/** The free plan has no user groups. Source: the errors of usergroups.list, docs.slack.dev/reference/methods/usergroups.list */
export function checkPlan(call: Call): void {
  if (call.workspace.settled.plan === 'free') refuse('plan_upgrade_required')
}
