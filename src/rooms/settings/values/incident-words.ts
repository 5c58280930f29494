import { z } from 'zod'
import { label, localized } from './localized.ts'

/** What was hurt. Several may hold for one incident. */
export const incidentTypes = ['confidentiality', 'integrity', 'availability'] as const
export type IncidentType = (typeof incidentTypes)[number]

/** Whether it is real. */
export const incidentKinds = ['real', 'drill', 'exercise'] as const
export type IncidentKind = (typeof incidentKinds)[number]

export const visibilities = ['public', 'private'] as const
export type Visibility = (typeof visibilities)[number]

const wording = (ja: string, en: string, describeJa: string, describeEn: string) =>
  z
    .strictObject({
      label: label.prefault({ ja, en }),
      description: localized(500).prefault({ ja: describeJa, en: describeEn }),
    })
    .prefault({})

/** Words for the fixed types. */
export const types = z.strictObject({
  confidentiality: wording(
    '機密性',
    'Confidentiality',
    '権限のない人に見られた、またはそのおそれがある',
    'Someone has seen, or could see, what they should not',
  ),
  integrity: wording(
    '完全性',
    'Integrity',
    'データが壊れた、または書き換えられた',
    'Data is wrong, lost or was tampered with',
  ),
  availability: wording('可用性', 'Availability', '使えない、または遅い', 'It is down or slow'),
})

/** Words for the fixed kinds. */
export const kinds = z.strictObject({
  real: wording('本番', 'Real', '実際に起きている', 'It is really happening'),
  drill: wording('訓練', 'Drill', '手順の練習', 'Practising the procedure'),
  exercise: wording('演習', 'Exercise', '筋書きのある練習', 'Practising with a scenario'),
})
