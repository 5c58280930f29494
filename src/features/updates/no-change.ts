import { type Command, doing, whileResponding } from '../../rooms/faces/index.ts'
import { moreTimeMs, sayUnchanged } from '../../rooms/updates/index.ts'
import { texts } from './form-texts.ts'

/** Nothing is new, and the next update is promised for later: one press. A button names the promise that it was offered for. */
export const noChangeCommand: Command = {
  ...doing(sayUnchanged, ({ argument }) => (argument ? { promised: argument } : {})),
  label: (locale) => texts.in(locale)('label.no-change', { minutes: moreTimeMs / 60_000 }),
  spoken: {
    ja: [
      '変わりなし',
      '変化なし',
      '変わらず',
      '変わりません',
      '変わっていません',
      '進展なし',
      '状況変わらず',
      '特に変化なし',
    ],
    en: [
      'no change',
      'nothing changed',
      'nothing new',
      'unchanged',
      'still the same',
      'same as before',
      'no news',
      'no update',
    ],
  },
  offered: (situation) => whileResponding(situation) && Boolean(situation.lastUpdate?.nextAt),
}
