import { fieldActionId, input, option, select, textInput, userInput } from '../../kit/block-kit/index.ts'
import { type Command, doing, verbForm, whileOpen } from '../../rooms/faces/index.ts'
import { assignRole, longestBriefing, roleOf } from '../../rooms/roles/index.ts'
import { roleKeys } from '../../rooms/settings/index.ts'
import { texts } from './form-texts.ts'

/** Asking somebody to take a role; a button may name which. */
export const assignRoleCommand: Command = {
  ...doing(assignRole),
  label: (locale) => texts.in(locale)('label.assign-role'),
  spoken: {
    ja: [
      '役割を頼む',
      '役割を任せる',
      '役割を割り当てる',
      '役割をお願い',
      '書記を頼む',
      '連絡係を頼む',
      '作業担当を頼む',
      '補佐を頼む',
    ],
    en: [
      'assign role',
      'ask for role',
      'give role',
      'assign scribe',
      'assign liaison',
      'assign responder',
      'assign deputy',
      'assign',
    ],
    fills: { people: 'to', choice: 'role' },
  },
  offered: whileOpen,
  form(situation, voice, _now, argument) {
    const t = texts.in(voice.locale)
    const meant = roleOf(argument)
    return verbForm(
      'assign-role',
      { situation, voice },
      { title: t('title.assign-role'), submit: t('submit.assign-role') },
      [
        input({
          id: 'role',
          label: t('field.role'),
          element: select({
            actionId: fieldActionId,
            options: roleKeys.map((role) =>
              option(role, voice.settings.roles[role].label[voice.locale], t(`about.${role}`)),
            ),
            ...(meant ? { initial: meant } : {}),
          }),
        }),
        input({ id: 'to', label: t('field.assignee'), hint: t('hint.assignee'), element: userInput() }),
        input({
          id: 'briefing',
          label: t('field.assign-briefing'),
          optional: true,
          element: textInput({ multiline: true, max: longestBriefing }),
        }),
      ],
    )
  },
}
