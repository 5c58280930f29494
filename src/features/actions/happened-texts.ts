import { defineTexts } from '../../kit/i18n/index.ts'

/** As the record of changes tells it. */
export const changeTexts = defineTexts('history', {
  ja: {
    'actions.added': '{{who}} がアクションアイテム {{n}} を追加',
    'actions.changed': '{{who}} がアクションアイテム {{n}} を変更',
    'actions.done': '{{who}} がアクションアイテム {{n}} を完了',
    'actions.waived': '{{who}} がアクションアイテム {{n}} をやらないことに',
    'actions.reopened': '{{who}} がアクションアイテム {{n}} を再開',
    'actions.removed': '{{who}} がアクションアイテム {{n}} を削除',
    'actions.conflict_settled': '{{who}} がアクションアイテム {{n}} の食い違いを解消',
    'what.size': '大きさ',
  },
  en: {
    'actions.added': '{{who}} added action item {{n}}',
    'actions.changed': '{{who}} changed action item {{n}}',
    'actions.done': '{{who}} finished action item {{n}}',
    'actions.waived': '{{who}} waived action item {{n}}',
    'actions.reopened': '{{who}} reopened action item {{n}}',
    'actions.removed': '{{who}} removed action item {{n}}',
    'actions.conflict_settled': '{{who}} settled a conflict of action item {{n}}',
    'what.size': 'Size',
  },
})
