import { happening, plainly, type Told } from '../../rooms/record/index.ts'
import { changeTexts, texts } from './happened-texts.ts'

/** The lead, where a fact is older than offers of other roles. */
const roleName = (role = 'handler', { settings, locale }: Told): string =>
  // A fact may be older than the roles of today.
  (settings.roles as Readonly<Record<string, { label: Record<typeof locale, string> }>>)[role]?.label[locale] ?? role

/** How it reads afterwards who worked on it, and that nobody took the lead. */
export const rolesHappened = happening({
  'roles.handler_taken': {
    ...plainly(texts, ['roles.handler_taken'], 'people')['roles.handler_taken'],
    time: 'handler_taken_at',
  },
  'roles.handler_released': {
    kind: 'people',
    tell: ({ data }, { locale, name }) => texts.in(locale)('roles.handler_released', { user: name(data.user) }),
  },
  'roles.handed_over': {
    kind: 'people',
    tell: ({ data }, { locale, name }) =>
      texts.in(locale)('roles.handed_over', { from: name(data.from), to: name(data.to) }),
    turns: ({ data: { from, to } }, { locale, name }) => [
      { what: changeTexts.in(locale)('what.handler'), from: name(from), to: name(to) },
    ],
  },
  'roles.role_claimed': {
    kind: 'people',
    tell: ({ data }, told) =>
      texts.in(told.locale)('roles.role_claimed', { user: told.name(data.user), role: roleName(data.role, told) }),
  },
  'roles.hand_over_proposed': {
    kind: 'people',
    tell: ({ data }, told) =>
      texts.in(told.locale)('roles.hand_over_proposed', {
        who: told.who,
        to: told.name(data.to),
        role: roleName(data.role, told),
      }),
  },
  'roles.hand_over_dropped': {
    kind: 'people',
    // An offer that something else has ended is no news: that tells of itself.
    stands: ({ data }) => data.how === 'declined' || data.how === 'withdrawn',
    tell({ data }, told) {
      const key = data.how === 'declined' ? 'roles.hand_over_dropped.declined' : 'roles.hand_over_dropped'
      const gaps = { who: told.who, to: told.name(data.to), role: roleName(data.role, told) }
      return told.because(texts.in(told.locale)(key, gaps), data.reason)
    },
  },
  'roles.vacancy_nudged': {
    kind: 'missed',
    // One of the reminders stands there for all.
    stands: ({ data }) => data.isLast,
    tell: ({ data }, { locale }) => texts.in(locale)('roles.vacancy_nudged', { count: data.n }),
  },
  'roles.tier_called': {
    kind: 'missed',
    tell: ({ data }, { locale }) => texts.in(locale)('roles.tier_called', { tier: data.tier, count: data.count }),
  },
  ...plainly(changeTexts, ['roles.role_released', 'assembly.joined']),
})
