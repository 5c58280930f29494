import { describe, expect, it } from 'vitest'
import { texts as ofAccounts } from './account-refusal-texts.ts'
import { texts as ofVerbs } from './refusal-texts.ts'

/** What was wanted is so already, or nothing is left to be done: there is nothing to advise. */
const settled = new Set(
  [
    'action-settled',
    'action-there',
    'bot-there',
    'handler-already',
    'link-already',
    'link-unknown',
    'nothing-waits-outside',
    'postmortem-published',
    'question-gone',
    'review-settled',
    'role-held',
    'snooze-nothing',
    'todo-open',
  ].map((code) => `refusal.${code}`),
)

/** What somebody is told to do next, in each language. */
const advice = {
  ja: /ください|頼めます|から。|必要はありません/,
  en: /please|press|choose|ask |use |check|enter|edit |open |join|invite|\bwait\b|nothing (?:to|has)|leave out|reopen|make |remove|set it|assign|schedule|copy|try /i,
}

const english = new Map([...Object.entries(ofVerbs.en), ...Object.entries(ofAccounts.en)])
const all = [...Object.entries(ofVerbs.ja), ...Object.entries(ofAccounts.ja)].map(([key, ja]) => ({
  key,
  ja,
  en: english.get(key) ?? '',
}))

describe('a refusal', () => {
  it.each(all)('$key says what to do next', ({ key, ja, en }) => {
    expect([advice.ja.test(ja), advice.en.test(en)], `${ja}\n${en}`).toEqual(
      settled.has(key) ? [false, false] : [true, true],
    )
  })
})
