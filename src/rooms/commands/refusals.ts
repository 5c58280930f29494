import { person } from '../../kit/block-kit/index.ts'
import type { Refusal } from '../facts/index.ts'
import { statusName, type Voice } from '../situation/index.ts'
import { texts } from './texts.ts'

/** A refusal in the words of the person who can act. */
export function refusalWords({ code, gaps }: Refusal, voice: Voice): string {
  return texts.in(voice.locale)(`refusal.${code}`, {
    ...gaps,
    ...(gaps.from ? { from: statusName(gaps.from, voice) } : {}),
    ...(gaps.user ? { user: person(gaps.user) } : {}),
  })
}
