import { escapeText } from '../../kit/block-kit/index.ts'
import type { WaitFace } from '../../rooms/faces/index.ts'
import type { Core } from '../../rooms/reading/index.ts'
import { type OpenHandOver, openOffersTo } from '../../rooms/roles/index.ts'
import { waitTexts as texts } from './texts.ts'

/** Who is asked to take which role, and has not answered. */
export const roleWaits: WaitFace<{
  cores: readonly Core[]
  offers: readonly (OpenHandOver & { incidentId: string })[]
}> = {
  async read({ reader, viewer, ids, cores }) {
    const offers = await openOffersTo(reader, viewer.userId, await ids)
    return { cores: await cores, offers }
  },
  waits: ({ cores, offers }, { userId, settings }) =>
    cores.flatMap((core) =>
      offers
        .filter(({ incidentId, to }) => incidentId === core.incident.id && to === userId)
        .map(({ id, role }) => ({
          core,
          about: { plain: (locale) => settings.roles[role].label[locale] },
          due: null,
          row: (gaps, { locale }) => ({
            words: texts.in(locale)('waiting.role', { ...gaps, role: escapeText(settings.roles[role].label[locale]) }),
            verb: 'accept-hand-over',
            argument: id,
          }),
        })),
    ),
}
