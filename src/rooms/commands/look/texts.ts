import { defineTexts } from '../../../kit/i18n/index.ts'

export const texts = defineTexts('commands.look', {
  ja: {
    'label.list': '対応中の一覧を見る',
    'list.title': '対応中のインシデント',
    'list.none': '対応中のインシデントはありません。',
    'list.row': '{{emoji}} {{channel}} {{title}}（{{status}}・{{level}}・ハンドラー {{handler}}・{{ago}}に宣言）',
    'list.more': 'ほか {{count}} 件',
  },
  en: {
    'label.list': 'Show open incidents',
    'list.title': 'Open incidents',
    'list.none': 'There is no open incident.',
    'list.row': '{{emoji}} {{channel}} {{title}} ({{status}}, level {{level}}, handler {{handler}}, declared {{ago}})',
    'list.more': 'and {{count}} more',
  },
})
