import type { Feature } from '../rooms/faces/index.ts'
import { putUpHappenings } from '../rooms/record/index.ts'
import { actions } from './actions/feature.ts'
import { assistant } from './assistant/feature.ts'
import { calls } from './calls/feature.ts'
import { channel } from './channel/feature.ts'
import { course } from './course/feature.ts'
import { ladder } from './ladder/feature.ts'
import { merging } from './merging/feature.ts'
import { paging } from './paging/feature.ts'
import { postmortem } from './postmortem/feature.ts'
import { privacy } from './privacy/feature.ts'
import { properties } from './properties/feature.ts'
import { publishing } from './publishing/feature.ts'
import { record } from './record/feature.ts'
import { roles } from './roles/feature.ts'
import { subscriptions } from './subscriptions/feature.ts'
import { timekeeper } from './timekeeper/feature.ts'
import { todos } from './todos/feature.ts'
import { updates } from './updates/feature.ts'
import { upkeep } from './upkeep/feature.ts'

/**
 * Every feature, in the order in which they may know of each other: .dependency-cruiser.mjs reads it here. The frames (menu, card, board,
 * broadcast) read this list and know no feature by name.
 */
export const features: readonly Feature[] = [
  record,
  todos,
  publishing,
  actions,
  paging,
  calls,
  updates,
  timekeeper,
  assistant,
  roles,
  properties,
  privacy,
  course,
  upkeep,
  merging,
  channel,
  ladder,
  postmortem,
  subscriptions,
]

// Timelines are read by rooms below the features.
putUpHappenings(features.flatMap(({ happened }) => happened ?? []))
