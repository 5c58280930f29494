import { slotFace } from '../../rooms/faces/index.ts'
import type { Slot } from '../../rooms/projection/index.ts'
import { checkpointMessage } from './checkpoint.ts'

/** The checkpoints, the newest in full and those before it as a line. */
export const checkpointSlots = slotFace({
  facts: [],
  slots({ situation, voice }) {
    const { channel, checkpoints } = situation
    const { channelId } = channel
    if (!channelId || channel.archivedAt) return []
    return checkpoints.toReversed().map((checkpoint): Slot => {
      const isLast = checkpoint.n === checkpoints[0]?.n
      return {
        slot: `checkpoint:${checkpoint.n}`,
        // One that could not be said in its time is not said late, under a newer one.
        keep: isLast ? 'living' : 'while-standing',
        lane: 'checkpoint',
        editLane: 'checkpoint',
        after: ['card'],
        act: {
          do: 'message',
          channel: channelId,
          content: checkpointMessage(checkpoint, { isLast }, situation, voice),
        },
      }
    })
  },
})
