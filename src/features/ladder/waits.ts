import type { WaitFace } from '../../rooms/faces/index.ts'
import { dueDayOf, isOverWithLessons, isOwing } from '../../rooms/ladder/index.ts'
import { type PostmortemStatus, statusesOf } from '../../rooms/postmortem/index.ts'
import type { Core } from '../../rooms/reading/index.ts'
import { dayName } from '../../rooms/situation/index.ts'
import { waitTexts as texts } from './texts.ts'

/** The postmortem, for whoever writes it. */
export const postmortemWaits: WaitFace<{
  cores: readonly Core[]
  statuses: ReadonlyMap<string, PostmortemStatus>
}> = {
  async read({ reader, ids, cores }) {
    const statuses = await statusesOf(reader, await ids)
    return { cores: await cores, statuses }
  },
  waits: ({ cores, statuses }, { userId, settings }) =>
    cores
      .filter(({ incident }) => incident.postmortemOwner === userId)
      .filter(({ incident }) => isOwing(incident, statuses.get(incident.id) ?? 'none', settings))
      .map((core) => ({
        core,
        about: null,
        due: core.incident.postmortemDue,
        row(gaps, voice) {
          const day = isOverWithLessons(core.incident) ? dueDayOf(core.incident, voice.settings) : null
          return {
            words: texts.in(voice.locale)('waiting.postmortem', { ...gaps, due: dayName(day, voice) }),
            verb: 'postmortem',
          }
        },
      })),
}
