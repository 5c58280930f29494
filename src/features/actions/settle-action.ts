import { settleConflict } from '../../rooms/actions/index.ts'
import { type Command, doing } from '../../rooms/faces/index.ts'
import { texts } from './form-texts.ts'

/** Which value holds where Slack and GitHub were both changed: a button names the item, the field and the side. */
export const settleActionCommand: Command = {
  ...doing(settleConflict, ({ argument }) => {
    const [action, field, kept] = (argument ?? '').split('|')
    return { action, field, kept }
  }),
  label: (locale) => texts.in(locale)('label.settle-action'),
  spoken: {
    ja: ['食い違いを直す', 'GitHubに合わせる', '食い違い'],
    en: ['settle conflict', 'settle action', 'keep this', 'resolve conflict'],
    within: 'actions',
  },
  offered: () => false,
}
