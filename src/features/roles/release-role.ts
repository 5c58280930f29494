import { fieldActionId, input, option, select } from '../../kit/block-kit/index.ts'
import { type Command, doing, verbForm, whileOpen } from '../../rooms/faces/index.ts'
import { releaseRole, roleOf } from '../../rooms/roles/index.ts'
import { roleKeys } from '../../rooms/settings/index.ts'
import { roleMeant } from './answers.ts'
import { texts } from './form-texts.ts'

/** Giving a role back: one's own, of those that somebody holds now. */
export const releaseRoleCommand: Command = {
  ...doing(releaseRole, roleMeant),
  label: (locale) => texts.in(locale)('label.release-role'),
  spoken: {
    ja: ['役割を降りる', '役割をやめる', 'ハンドラーを降りる', 'ハンドラーをやめる', '書記を降りる', '降りる'],
    en: ['step down', 'release role', 'give role back', 'leave role', 'drop role', 'stop leading', 'resign'],
    fills: { choice: 'role' },
  },
  offered: (situation) => whileOpen(situation) && situation.roles.length > 0,
  form(situation, voice, _now, argument) {
    if (roleOf(argument)) return undefined
    const t = texts.in(voice.locale)
    const held = roleKeys.filter((role) => situation.roles.some((each) => each.role === role))
    return verbForm(
      'release-role',
      { situation, voice },
      { title: t('title.release-role'), submit: t('submit.release-role') },
      [
        input({
          id: 'role',
          label: t('field.role'),
          hint: t('hint.release-role'),
          element: select({
            actionId: fieldActionId,
            // Slack takes no menu without options: a stale button may find that nobody holds any.
            options: (held.length > 0 ? held : roleKeys).map((role) =>
              option(role, voice.settings.roles[role].label[voice.locale]),
            ),
          }),
        }),
      ],
    )
  },
}
