import { type Command, doing, whileResponding } from '../../faces/index.ts'
import { callCheckpoint } from '../../timekeeper/index.ts'
import { texts } from './texts.ts'

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
