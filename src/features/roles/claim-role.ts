import { fieldActionId, input, option, select } from '../../kit/block-kit/index.ts'
import { type Command, doing, verbForm, whileOpen } from '../../rooms/faces/index.ts'
import { claimRole, roleOf } from '../../rooms/roles/index.ts'
import { roleKeys } from '../../rooms/settings/index.ts'
import { handlerOf } from '../../rooms/situation/index.ts'
import { roleMeant, warningFor } from './answers.ts'
import { texts } from './form-texts.ts'

/** Taking a role: by a button that names it, or by choosing one. */
export const claimRoleCommand: Command = {
  ...doing(claimRole, roleMeant, (_done, { world, order, voice }) => warningFor(world, order, voice)),
  label: (locale) => texts.in(locale)('label.claim-role'),
  spoken: {
    ja: [
      '役割を引き受ける',
      '役割を取る',
      '役割',
      '書記をやる',
      '書記になる',
      '連絡係をやる',
      '連絡係になる',
      '作業担当をやる',
      '補佐をやる',
    ],
    en: [
      'role',
      'take role',
      'claim role',
      'i am scribe',
      'be scribe',
      'scribe',
      'i am liaison',
      'be liaison',
      'be responder',
      'be deputy',
    ],
    fills: { choice: 'role' },
  },
  offered: whileOpen,
  form(situation, voice, _now, argument) {
    if (roleOf(argument)) return undefined
    const t = texts.in(voice.locale)
    const free = roleKeys.filter((role) => role !== 'handler' || !handlerOf(situation))
    return verbForm(
      'claim-role',
      { situation, voice },
      { title: t('title.claim-role'), submit: t('submit.claim-role') },
      [
        input({
          id: 'role',
          label: t('field.role'),
          hint: t('hint.claim-role'),
          element: select({
            actionId: fieldActionId,
            options: free.map((role) =>
              option(role, voice.settings.roles[role].label[voice.locale], t(`about.${role}`)),
            ),
          }),
        }),
      ],
    )
  },
}
