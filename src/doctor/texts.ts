import { defineTexts, type Locale, type Texts, type Translate } from '../kit/i18n/index.ts'
import { machineTexts } from './machine-texts.ts'
import { serviceTexts } from './service-texts.ts'
import { slackTexts } from './slack-texts.ts'

/** What the doctor says of its own work; what it says of things stands in the catalogs beside: how each stands, and the one thing to do. */
const texts = defineTexts('doctor', {
  ja: {
    'check.broke': 'この項目は調べられませんでした（{{why}}）',
    'check.broke.fix': 'もう一度実行し、続くようならログと一緒に報告してください',
    'progress.channels': 'チャンネルを読んでいます（{{n}} 件まで）…',
    'progress.people': 'メンバーを読んでいます（{{n}} 人まで）…',
  },
  en: {
    'check.broke': 'This could not be checked ({{why}})',
    'check.broke.fix': 'Run it again; if it keeps failing, report it with the log',
    'progress.channels': 'Reading the channels ({{n}} so far) …',
    'progress.people': 'Reading the members ({{n}} so far) …',
  },
})

export type Key =
  | keyof typeof texts.ja
  | keyof typeof machineTexts.ja
  | keyof typeof slackTexts.ja
  | keyof typeof serviceTexts.ja
export type Tell = Translate<Key>

const isIn = <K extends string>({ ja }: Texts<K>, key: string): key is K => Object.hasOwn(ja, key)

/** All that the doctor says, in one language. */
export const tellIn =
  (locale: Locale): Tell =>
  (key, gaps) => {
    if (isIn(machineTexts, key)) return machineTexts.in(locale)(key, gaps)
    if (isIn(slackTexts, key)) return slackTexts.in(locale)(key, gaps)
    if (isIn(serviceTexts, key)) return serviceTexts.in(locale)(key, gaps)
    return texts.in(locale)(key, gaps)
  }
