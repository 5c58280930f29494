import type { Outcome } from '../../../kit/slack/index.ts'
import { type ActOf, mapDone, type Performer, type Scene, type Standing, standsAt } from '../performer.ts'

async function show(act: ActOf<'view'>, scene: Scene): Promise<Outcome<Standing>> {
  const args = { view_id: act.viewId, view: act.view }
  const updated = await scene.slack.call('views.update', args, { lane: scene.lane })
  return mapDone(updated, () => ({ channelId: null, ts: null, ref: act.viewId }))
}

/** A form that is open. Once its reader has closed it, Slack says `not_found`, and the slot is let go. */
export const view: Performer<ActOf<'view'>> = {
  make: show,
  look: async () => ({ is: 'done', value: null }),
  renew: async (act, scene, row) => (row.ref ? show(act, scene) : standsAt({})),
}
