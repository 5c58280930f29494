import { listed } from '../../kit/block-kit/index.ts'
import type { FactOf } from '../../rooms/facts/index.ts'
import { happening, plainly, type Told } from '../../rooms/record/index.ts'
import { visibilityName } from '../../rooms/situation/index.ts'
import { changeTexts, texts } from './happened-texts.ts'

/** More than these nobody reads in one line. */
const mostNamed = 20

type Fewer = FactOf<'assembly.excluded' | 'assembly.narrowed'>

function fewer({ type, data }: Fewer, { locale, who, name, list }: Told): string {
  const t = texts.in(locale)
  const people = listed(data.people, mostNamed, {
    each: (id) => name(id),
    more: (count) => t('list.more', { count }),
    between: list(['', '']),
  })
  return t(type, { who, people })
}

/** How it reads afterwards who could know of an incident. */
export const privacyHappened = happening({
  'incident.visibility_set': {
    kind: 'course',
    tell({ data: { to } }, { locale, who }) {
      const t = texts.in(locale)
      return t('incident.visibility_set', { who, to: to === 'public' || to === 'private' ? t(`visibility.${to}`) : to })
    },
    turns: ({ data: { from, to } }, voice) => [
      {
        what: changeTexts.in(voice.locale)('what.visibility'),
        from: visibilityName(from, voice),
        to: visibilityName(to, voice),
      },
    ],
  },
  'assembly.excluded': { kind: 'people', tell: fewer },
  'assembly.narrowed': { kind: 'people', tell: fewer },
  ...plainly(changeTexts, ['channel.move_wanted', 'channel.former_archived']),
})
