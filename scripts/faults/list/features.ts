import type { Fault } from '../fault.ts'

/** Faults in the features. */
export const inFeatures: readonly Fault[] = [
  {
    id: 'subscriptions-tell-the-doer',
    kind: 'dropped condition',
    file: 'src/features/subscriptions/subscribers.ts',
    find: `[...then].filter((user) => actor.kind !== 'person' || actor.id !== user)`,
    replace: `[...then]`,
    caughtBy: { file: 'test/stories/subscriptions.test.ts', test: 'not what they did themselves' },
  },
  {
    id: 'subscriptions-tell-what-was-before',
    kind: 'wrong order',
    file: 'src/features/subscriptions/subscribers.ts',
    find: `facts.slice(0, facts.indexOf(news))`,
    replace: `facts`,
    caughtBy: { file: 'test/stories/subscriptions.test.ts', test: 'from then on, once' },
  },
  {
    id: 'subscriptions-say-what-is-private',
    kind: 'dropped condition',
    file: 'src/features/subscriptions/messages.ts',
    find: `situation.incident.visibility === 'private' ? [t('private')] : told()`,
    replace: `told()`,
    caughtBy: { file: 'test/stories/subscriptions.test.ts', test: 'only that there is news' },
  },
  {
    id: 'subscriptions-call-everybody',
    kind: 'missing escape',
    file: 'src/features/subscriptions/messages.ts',
    find: `escapeClipped(line, mostLetters)`,
    replace: `line.slice(0, mostLetters)`,
    caughtBy: { file: 'test/stories/subscriptions.test.ts', test: 'not what they did themselves' },
  },
]
