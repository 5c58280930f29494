import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('broadcast', {
  ja: {
    'announce.updates.posted': ':memo: {{mark}}*{{report}}*',
    'announce.updates.posted.outside': ':memo: {{mark}}*{{report}}* ｜ {{title}}',
    'announce.updates.unchanged': ':repeat: {{mark}}*変わりなし*',
    'announce.updates.unchanged.outside': ':repeat: {{mark}}*変わりなし* ｜ {{title}}',
    'update.condition': '*現状* {{text}}',
    'update.action': '*対応* {{text}}',
    'update.need': ':raised_hands: *必要* {{text}}',
    'update.impact': '*お客様への影響* {{text}}',
    'update.impact.before': 'お客様への影響（前）: {{text}}',
  },
  en: {
    'announce.updates.posted': ':memo: {{mark}}*{{report}}*',
    'announce.updates.posted.outside': ':memo: {{mark}}*{{report}}* | {{title}}',
    'announce.updates.unchanged': ':repeat: {{mark}}*No change*',
    'announce.updates.unchanged.outside': ':repeat: {{mark}}*No change* | {{title}}',
    'update.condition': '*Condition* {{text}}',
    'update.action': '*Action* {{text}}',
    'update.need': ':raised_hands: *Need* {{text}}',
    'update.impact': '*Customer impact* {{text}}',
    'update.impact.before': 'Customer impact (before): {{text}}',
  },
})
