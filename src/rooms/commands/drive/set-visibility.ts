import { fieldActionId, input, option, section, select } from '../../../kit/block-kit/index.ts'
import { setVisibility } from '../../incident/index.ts'
import { visibilities } from '../../settings/index.ts'
import type { Situation, Voice } from '../../situation/index.ts'
import { type Command, doing, verbForm } from '../command.ts'
import { heardBy } from '../heard-by.ts'
import { texts } from './texts.ts'

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
  form(situation, voice) {
    const t = texts.in(voice.locale)
    const { visibility } = situation.incident
    const words = { title: t('title.set-visibility'), submit: t('submit.change') }
    return verbForm('set-visibility', { situation, voice }, words, [
      section(visibility === 'public' ? t('visibility.hide') : t('visibility.reveal', whoWillKnow(situation, voice))),
      input({
        id: 'visibility',
        label: t('field.visibility'),
        element: select({
          actionId: fieldActionId,
          options: visibilities.map((each) => option(each, t(`visibility.${each}`))),
          initial: visibility,
        }),
      }),
    ])
  },
}

/** Whom the policy would tell of this incident if it were public. */
function whoWillKnow({ incident }: Situation, { locale, settings }: Voice): { channels: string; people: string } {
  const t = texts.in(locale)
  const { level, urgency } = incident
  const facts = { ...incident, visibility: 'public' as const, level: level ?? undefined, urgency: urgency ?? undefined }
  const { channels, people } = heardBy(facts, settings)
  const named = (names: readonly string[]) =>
    names.length === 0 ? t('visibility.nobody') : names.slice(0, 40).join(' ')
  return { channels: named(channels), people: named(people) }
}
