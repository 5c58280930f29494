import type { WaitFace } from '../../rooms/faces/index.ts'
import type { Core } from '../../rooms/reading/index.ts'
import { handlerOf } from '../../rooms/situation/index.ts'
import { texts } from './waits-texts.ts'

/** What is recovered and not completed, for whoever leads. */
export const completeWaits: WaitFace<readonly Core[]> = {
  read: ({ cores }) => cores,
  waits: (cores, { userId }) =>
    cores
      .filter((core) => core.incident.status === 'recovered' && handlerOf(core) === userId)
      .map((core) => ({
        core,
        about: null,
        due: null,
        row: (gaps, { locale }) => ({ words: texts.in(locale)('waiting.complete', gaps), verb: 'complete' }),
      })),
}
