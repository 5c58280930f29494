import { type CardLines, pair } from '../../rooms/faces/index.ts'
import { when } from '../../rooms/situation/index.ts'
import { texts } from './texts.ts'

/** When the timekeeper speaks next. */
export const checkpointLines: CardLines = {
  fields: {
    checkpoint: ({ incident, nextCheckpointAt }, voice) =>
      nextCheckpointAt && incident.status === 'responding'
        ? [pair(texts.in(voice.locale)('field.next'), when(nextCheckpointAt, voice))]
        : [],
  },
}
