import type { WaitFace } from '../../rooms/faces/index.ts'
import type { Core } from '../../rooms/reading/index.ts'
import { handlerOf } from '../../rooms/situation/index.ts'
import { type LastUpdate, lastUpdates } from '../../rooms/updates/index.ts'
import { waitTexts as texts } from './texts.ts'

/** The update that somebody promised whoever leads now, once it is late. */
export const updateWaits: WaitFace<{
  cores: readonly Core[]
  updates: ReadonlyMap<string, Pick<LastUpdate, 'nextAt'>>
}> = {
  async read({ reader, viewer, cores }) {
    const led = (await cores).filter((core) => isLedBy(core, viewer.userId))
    const ids = led.map(({ incident }) => incident.id)
    return { cores: led, updates: await lastUpdates(reader, ids) }
  },
  waits: ({ cores, updates }, { userId, now }) =>
    cores
      .filter((core) => isLedBy(core, userId))
      .flatMap((core) => {
        const dueAt = updates.get(core.incident.id)?.nextAt
        if (!dueAt || dueAt > now) return []
        return {
          core,
          about: null,
          due: dueAt.toISOString(),
          row: (gaps, { locale }) => ({ words: texts.in(locale)('waiting.update', gaps), verb: 'update' }),
        }
      }),
}

const isLedBy = (core: Core, userId: string): boolean =>
  core.incident.status === 'responding' && handlerOf(core) === userId
