import { option, select } from '../../kit/block-kit/index.ts'
import type { Announcements } from '../../rooms/faces/index.ts'
import { verbActionId } from '../../rooms/faces/index.ts'
import { type RoleKey, roleKeys } from '../../rooms/settings/index.ts'
import { personName, type Voice } from '../../rooms/situation/index.ts'
import { texts } from './announcement-texts.ts'

const inside = { inside: true, outside: false } as const

/** A role in words; a key that the settings know no longer stays as it is (facts may be old). */
const roleName = (role: string, { settings, locale }: Voice): string =>
  role in settings.roles ? settings.roles[role as RoleKey].label[locale] : role

/** The moment at which others ask how they can help: one line that offers each role that many may hold. */
const offerOfRoles = (voice: Voice) => [
  select({
    actionId: verbActionId('claim-role'),
    placeholder: texts.in(voice.locale)('detail.roles'),
    options: roleKeys
      .filter((role) => role !== 'handler')
      .map((role) => option(role, voice.settings.roles[role].label[voice.locale])),
  }),
]

/** Who does what. */
export const rolesAnnouncements: Announcements<
  'roles.handler_taken' | 'roles.handed_over' | 'roles.role_claimed' | 'roles.role_released'
> = {
  'roles.handler_taken': {
    ...inside,
    say: ({ n, data }, { voice, mark }) => {
      const t = texts.in(voice.locale)
      const said = t('announce.roles.handler_taken', { mark, who: personName(data.user, voice) })
      // The first time only: later everybody knows, and the menu has it.
      return n === 1 ? { sections: [said], buttons: offerOfRoles(voice) } : { sections: [said] }
    },
  },
  'roles.handed_over': {
    ...inside,
    people: ({ data }) => [data.from, data.to],
    say: ({ data }, { voice, mark }) => {
      const to = personName(data.to, voice)
      const t = texts.in(voice.locale)
      return {
        sections: [
          data.from
            ? t('announce.roles.handed_over', { mark, to, from: personName(data.from, voice) })
            : t('announce.roles.handler_taken', { mark, who: to }),
        ],
      }
    },
  },
  'roles.role_claimed': {
    ...inside,
    say: ({ data }, { voice, mark }) => ({
      lines: [
        texts.in(voice.locale)('announce.roles.role_claimed', {
          mark,
          who: personName(data.user, voice),
          role: roleName(data.role, voice),
        }),
      ],
      sections: [],
    }),
  },
  'roles.role_released': {
    ...inside,
    say: ({ data }, { voice, mark }) => ({
      lines: [
        texts.in(voice.locale)(`announce.roles.role_released.${data.because}`, {
          mark,
          who: personName(data.user, voice),
          role: roleName(data.role, voice),
        }),
      ],
      sections: [],
    }),
  },
}
