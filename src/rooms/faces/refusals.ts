import { person } from '../../kit/block-kit/index.ts'
import type { Refusal } from '../facts/index.ts'
import { clockTime, statusName, timeName, type Voice } from '../situation/index.ts'
import { texts as accountTexts } from './account-refusal-texts.ts'
import { inabilityWords } from './inability.ts'
import { texts } from './refusal-texts.ts'

/** A refusal in the words of the person who can act. */
export function refusalWords({ code, gaps }: Refusal, voice: Voice): string {
  const key = `refusal.${code}` as const
  const filled = {
    ...gaps,
    ...(gaps.from ? { from: statusName(gaps.from, voice) } : {}),
    ...(gaps.first ? { first: timeName(gaps.first, voice) } : {}),
    ...(gaps.second ? { second: timeName(gaps.second, voice) } : {}),
    ...(gaps.when ? { when: clockTime(new Date(gaps.when), voice) } : {}),
    // It stands in plain texts of forms and in messages.
    ...(gaps.name ? { name: gaps.name.replace(/[<>&]/gu, '') } : {}),
    ...(gaps.why ? { why: inabilityWords(gaps.why, voice) } : {}),
    ...(gaps.user ? { user: person(gaps.user) } : {}),
  }
  return isOfAccount(key) ? accountTexts.in(voice.locale)(key, filled) : texts.in(voice.locale)(key, filled)
}

type AccountKey = keyof (typeof accountTexts)['ja']

/** Whether it is refused because of who asks, or by what they came in, and not because of an incident. */
const isOfAccount = (key: `refusal.${Refusal['code']}`): key is AccountKey => key in accountTexts.ja
