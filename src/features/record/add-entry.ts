import { dateTimeInput, input, textInput } from '../../kit/block-kit/index.ts'
import { type Command, doing, verbForm } from '../../rooms/faces/index.ts'
import { addNote } from '../../rooms/record/index.ts'
import { texts } from './form-texts.ts'

export const addEntryCommand: Command = {
  ...doing(addNote),
  label: (locale) => texts.in(locale)('label.add-entry'),
  spoken: {
    ja: [
      'タイムラインに書き足す',
      'タイムラインに足す',
      'タイムラインに追加する',
      '記録',
      '記録する',
      'メモ',
      'メモする',
      '記録に残す',
      '書き留める',
      '書き足す',
    ],
    en: [
      'note',
      'add note',
      'add entry',
      'add to timeline',
      'log entry',
      'write down',
      'record',
      'take note',
      'log that',
      'note that',
      'for the record',
    ],
    fills: { text: 'words', keepsTimes: true, moment: { field: 'at', lies: 'behind' } },
  },
  // The week after, the postmortem needs it.
  offered: () => true,
  form(situation, voice, now) {
    const t = texts.in(voice.locale)
    const words = { title: t('title.add-entry'), submit: t('submit.add-entry') }
    return verbForm('add-entry', { situation, voice }, words, [
      input({ id: 'at', label: t('field.entry-at'), element: dateTimeInput(now) }),
      input({
        id: 'words',
        label: t('field.entry-words'),
        element: textInput({ multiline: true, max: 3000, focus: true }),
      }),
    ])
  },
}
