import { defineTexts } from '../../../kit/i18n/index.ts'

export const texts = defineTexts('commands.look', {
  ja: {
    'label.list': '未完了の一覧を見る',
    'list.title': '未完了のインシデント',
    'list.none': '未完了のインシデントはありません。',
    'list.level.none': 'レベル未定',
    'list.row': '{{emoji}} {{channel}} {{title}}（{{status}}・{{level}}・ハンドラー {{handler}}・{{when}} に宣言）',
    'list.left': '残件: {{left}}',
    'list.and': '、',
    'list.more': 'ほか {{count}} 件',
  },
  en: {
    'label.list': 'Show open incidents',
    'list.title': 'Open incidents',
    'list.none': 'There are no open incidents.',
    'list.level.none': 'level not set',
    'list.row': '{{emoji}} {{channel}} {{title}} ({{status}}, {{level}}, handler {{handler}}, declared {{when}})',
    'list.left': 'Remaining: {{left}}',
    'list.and': '; ',
    'list.more': 'and {{count}} more',
  },
})
