import type { Doors } from '../../kit/slack/doors.ts'
import type { World } from '../facts/index.ts'
import { heardOf } from '../record/index.ts'
import { keepHeard } from './keep.ts'

/** An edit is found at once. Registered after the record, which keeps it. What is said it keeps with it (`foundAtOnce`); what is deleted the record tells by a fact. */
export function registerSearch({ on }: Pick<Doors, 'on'>, world: World): void {
  on('message', async ({ event }) => {
    const heard = heardOf(event)
    if (heard?.is === 'edited') await keepHeard(world, heard)
  })
}
