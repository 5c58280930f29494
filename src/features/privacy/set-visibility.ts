import { fieldActionId, input, listed, option, person, section, select } from '../../kit/block-kit/index.ts'
import { losingPeople, setVisibility } from '../../rooms/assembly/index.ts'
import { type Choice, type Command, doing, heardBy, verbForm } from '../../rooms/faces/index.ts'
import { visibilities } from '../../rooms/settings/index.ts'
import type { Situation, Voice } from '../../rooms/situation/index.ts'
import { changeLabel } from '../properties/index.ts'
import { texts } from './form-texts.ts'

/** More than these nobody reads, and a section has 3,000 characters. */
const mostNamed = 40

/** Public or private. What it means is told before it is sent: to reveal is never undone. */
export const setVisibilityCommand: Command = {
  ...doing(setVisibility),
  label: (locale) => texts.in(locale)('label.set-visibility'),
  spoken: {
    ja: [
      '公開範囲',
      '公開範囲を変える',
      '非公開にする',
      '公開にする',
      '公開する',
      'プライベートにする',
      '見える人を変える',
    ],
    en: [
      'visibility',
      'set visibility',
      'change visibility',
      'make private',
      'make public',
      'hide',
      'who may know',
      'go private',
      'go public',
    ],
    fills: { choice: 'visibility' },
  },
  // What is over may have to be hidden as well.
  offered: () => true,
  async choices(reader, { incident }, by, { settings }) {
    if (incident.visibility === 'private') return []
    const { losing } = await losingPeople(reader, settings, incident, by)
    return losing.map((userId) => ({ value: userId, text: userId }))
  },
  form(situation, voice, _now, _argument, beside) {
    const t = texts.in(voice.locale)
    const { visibility } = situation.incident
    const words = { title: t('title.set-visibility'), submit: changeLabel(voice.locale) }
    return verbForm('set-visibility', { situation, voice }, words, [
      ...(visibility === 'public'
        ? [section(t('visibility.hide')), section(losersWords(beside?.choices ?? [], voice))]
        : [section(t('visibility.reveal', whoWillKnow(situation, voice)))]),
      input({
        id: 'visibility',
        label: t('field.visibility'),
        element: select({
          actionId: fieldActionId,
          // Whoever opens it to hide it has it chosen already, and cannot reveal what somebody hides meanwhile; to reveal is chosen.
          options: (visibility === 'public' ? (['private'] as const) : visibilities).map((each) =>
            option(each, t(`visibility.${each}`)),
          ),
          initial: 'private',
        }),
      }),
    ])
  },
}

/** Who may not know of it any longer once it is private. */
function losersWords(losing: readonly Choice[], { locale }: Voice): string {
  const t = texts.in(locale)
  if (losing.length === 0) return t('visibility.losing.none')
  const people = listed(losing, mostNamed, {
    each: ({ value }) => person(value),
    more: (count) => t('visibility.losing.more', { count }),
  })
  return t('visibility.losing', { people })
}

/** Whom the policy would tell of this incident if it were public. */
function whoWillKnow({ incident }: Situation, { locale, settings }: Voice): { channels: string; people: string } {
  const t = texts.in(locale)
  const { level, urgency } = incident
  const facts = { ...incident, visibility: 'public' as const, level: level ?? undefined, urgency: urgency ?? undefined }
  const { channels, people } = heardBy(facts, settings)
  const named = (names: readonly string[]) =>
    names.length === 0 ? t('visibility.nobody') : names.slice(0, mostNamed).join(' ')
  return { channels: named(channels), people: named(people) }
}
