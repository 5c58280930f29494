import { person } from '../../kit/block-kit/index.ts'
import { inabilityWords } from '../faces/index.ts'
import type { Refusal } from '../facts/index.ts'
import { clockTime, statusName, timeName, type Voice } from '../situation/index.ts'
import { texts } from './texts.ts'

/** A refusal in the words of the person who can act. */
export function refusalWords({ code, gaps }: Refusal, voice: Voice): string {
  return texts.in(voice.locale)(`refusal.${code}`, {
    ...gaps,
    ...(gaps.from ? { from: statusName(gaps.from, voice) } : {}),
    ...(gaps.first ? { first: timeName(gaps.first, voice) } : {}),
    ...(gaps.second ? { second: timeName(gaps.second, voice) } : {}),
    ...(gaps.when ? { when: clockTime(new Date(gaps.when), voice) } : {}),
    // It stands in plain texts of forms and in messages.
    ...(gaps.name ? { name: gaps.name.replace(/[<>&]/gu, '') } : {}),
    ...(gaps.why ? { why: inabilityWords(gaps.why, voice) } : {}),
    ...(gaps.user ? { user: person(gaps.user) } : {}),
  })
}
