import { defineTexts } from '../../../kit/i18n/index.ts'

export const texts = defineTexts('commands.drive', {
  ja: {
    'label.set-level': 'レベルを決める',
    'label.edit-summary': '概要・影響を直す',
    'title.set-level': 'レベルを決める',
    'submit.set-level': '決める',
    'field.level': '事象レベル',
    'hint.level': '迷ったら重いほうを。あとから何度でも変えられます。',
    'title.edit-summary': '概要・影響を直す',
    'submit.edit-summary': '直す',
    'field.summary': '何が起きていますか？',
    'field.impact': 'お客様への影響',
    'hint.impact': '誰が、何をできずに困っているか。分からなければ空のままで。',
  },
  en: {
    'label.set-level': 'Set the level',
    'label.edit-summary': 'Edit summary and impact',
    'title.set-level': 'Set the level',
    'submit.set-level': 'Set',
    'field.level': 'Level',
    'hint.level': 'If in doubt, take the worse one. It can be changed at any time.',
    'title.edit-summary': 'Edit the summary',
    'submit.edit-summary': 'Save',
    'field.summary': 'What is happening?',
    'field.impact': 'Customer impact',
    'hint.impact': 'Who cannot do what. Leave it empty if nobody knows yet.',
  },
})
