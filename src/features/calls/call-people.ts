import {
  type Block,
  context,
  escapeText,
  fieldActionId,
  input,
  option,
  select,
  textInput,
  usersInput,
} from '../../kit/block-kit/index.ts'
import { callPeople } from '../../rooms/calls/index.ts'
import { type Command, doing, verbForm, whileOpen } from '../../rooms/faces/index.ts'
import type { Situation, Voice } from '../../rooms/situation/index.ts'
import { pagerFields, whyLabel } from '../paging/index.ts'
import { texts } from './form-texts.ts'

export const callPeopleCommand: Command = {
  ...doing(callPeople),
  label: (locale) => texts.in(locale)('label.call-people'),
  spoken: {
    ja: [
      '人を呼ぶ',
      '呼ぶ',
      '呼び出す',
      '招集する',
      '人を集める',
      '応援を呼ぶ',
      '応援を頼む',
      '応援',
      '助けを呼ぶ',
      '助ける',
      '手伝う',
      'ヘルプを呼ぶ',
      '手を借りる',
      '来てもらう',
      '招く',
    ],
    en: [
      'call',
      'call people',
      'summon',
      'call for help',
      'get help',
      'bring in',
      'need help',
      'ping',
      'call in',
      'get people',
      'call team',
      'escalate',
      'invite',
    ],
    fills: { people: 'people', choice: 'function', text: 'reason' },
  },
  offered: whileOpen,
  form(situation, voice) {
    const { locale, settings } = voice
    const t = texts.in(locale)
    const functions = Object.entries(settings.functions)
    const isPrivate = situation.incident.visibility === 'private'
    return verbForm(
      'call-people',
      { situation, voice },
      { title: t('title.call-people'), submit: t('submit.call-people') },
      [
        ...(functions.length > 0
          ? [
              input({
                id: 'function',
                label: t('field.function'),
                hint: t('hint.function'),
                optional: true,
                element: select({
                  actionId: fieldActionId,
                  options: functions.map(([key, { name }]) => option(key, name[locale])),
                }),
              }),
            ]
          : []),
        input({
          id: 'people',
          label: t('field.people'),
          hint: t(isPrivate ? 'hint.people.private' : 'hint.people'),
          optional: true,
          element: usersInput(),
        }),
        ...pagerFields(situation, voice),
        ...vendorsOf(situation, voice),
        input({
          id: 'reason',
          label: whyLabel(voice.locale),
          optional: true,
          element: textInput({ multiline: true, max: 1000 }),
        }),
      ],
    )
  },
}

/** The companies on which the service depends, and how they are reached: the bot cannot call them. */
function vendorsOf({ incident }: Situation, { locale, settings }: Voice): Block[] {
  const vendors = settings.services[incident.service]?.vendors ?? []
  if (vendors.length === 0) return []
  const t = texts.in(locale)
  const rows = vendors.map(({ name, contact }) =>
    t('vendor', { name: escapeText(name[locale]), contact: escapeText(contact) }),
  )
  return [context([t('vendors'), ...rows].join('\n'))]
}
