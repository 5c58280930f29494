import type { Links } from '../kit/links.ts'
import * as board from '../rooms/board/index.ts'
import { archiveHooks, channelSlot, formerArchiveSlot, nextChannelSlot } from '../rooms/channel/index.ts'
import * as declaration from '../rooms/declaration/index.ts'
import type { World } from '../rooms/facts/index.ts'
import * as home from '../rooms/home/index.ts'
import { channelHooks, formerArchiveHooks, moveHooks } from '../rooms/incident/index.ts'
import type { Show, SlotHooks } from '../rooms/projection/index.ts'

/** What should stand in Slack for each kind of subject, by the prefix of its id. */
export const subjects = (world: World, links: Links): Readonly<Record<string, Show>> => ({
  incident: board.showIncident(world, links),
  invitation: declaration.showInvitation(world),
  digest: home.showDigest(world),
  'action-board': home.showActionBoard(world),
  // Of these nothing stands in Slack: the fact alone is kept.
  token: async () => [],
  session: async () => [],
  view: async () => [],
})

/** What the bot does when Slack has answered for a slot, by the slot's name or prefix. */
export const slotHooks = (world: World): Readonly<Record<string, SlotHooks>> => ({
  [channelSlot]: channelHooks(world),
  [nextChannelSlot]: moveHooks(world),
  [formerArchiveSlot]: formerArchiveHooks(world),
  'archive:': archiveHooks(world),
  'gone:': board.goneHooks,
})
