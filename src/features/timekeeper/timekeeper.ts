import { type Command, doing, whileResponding } from '../../rooms/faces/index.ts'
import { callCheckpoint } from '../../rooms/timekeeper/index.ts'
import { texts } from './form-texts.ts'

export const timekeeperCommand: Command = {
  ...doing(callCheckpoint),
  label: (locale) => texts.in(locale)('label.timekeeper'),
  spoken: {
    ja: [
      'チェックポイント',
      'チェックポイントを出す',
      'チェックポイントを呼ぶ',
      'タイムキーパー',
      'タイムキーパーを呼ぶ',
      '点呼',
    ],
    en: ['checkpoint', 'call checkpoint', 'timekeeper', 'call timekeeper', 'check in', 'check-in'],
  },
  offered: whileResponding,
}
