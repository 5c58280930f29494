import type { Clock } from '../../../kit/clock.ts'
import type { GitHub } from '../../../kit/github/index.ts'
import type { World } from '../../facts/index.ts'
import type { Incident } from '../../incident/index.ts'
import type { ActionItem } from '../action.ts'

/** All that is needed to bring one item and its issue into step. */
export type Work = {
  world: World
  github: GitHub
  /** The machine's time, in which calls land. */
  machine: Clock
  item: ActionItem
  incident: Incident
  /** The incident's channel. */
  channel: { name: string; channelId: string | null }
  /** Where its postmortem can be read; null where it cannot be yet, or not by everybody who reads the issue. */
  postmortem: string | null
  /** The label by which our issues are found. */
  label: string
  /** Who did it on GitHub, as far as GitHub has said. */
  login?: string | undefined
}
