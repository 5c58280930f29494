import type { WaitFace } from '../../rooms/faces/index.ts'
import type { Core } from '../../rooms/reading/index.ts'
import { handlerOf } from '../../rooms/situation/index.ts'
import { texts } from './waits-texts.ts'

/** The level, which whoever leads is to decide. */
export const levelWaits: WaitFace<readonly Core[]> = {
  read: ({ cores }) => cores,
  waits: (cores, { userId }) =>
    cores
      .filter((core) => handlerOf(core) === userId)
      .filter(({ incident }) => incident.status === 'responding' && !incident.level)
      .map((core) => ({
        core,
        about: null,
        due: null,
        row: (gaps, { locale }) => ({ words: texts.in(locale)('waiting.level', gaps), verb: 'set-level' }),
      })),
}
