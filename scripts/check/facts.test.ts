import { expect, test } from 'vitest'
import { factProblems } from './facts.ts'

const declaring = (factType: string) => `
  import type {} from '../facts/index.ts'
  declare module '../facts/fact.ts' {
    interface FactData {
      '${factType}': { user: string }
    }
  }`

test('a room declares the facts of its own prefix', () => {
  expect(factProblems('src/rooms/roles/facts.ts', declaring('roles.handler_taken'))).toEqual([])
  expect(factProblems('src/rooms/declaration/facts.ts', declaring('invitation.asked'))).toEqual([])
})

test('a fact of another room, or beside facts.ts, is caught with its place', () => {
  expect(factProblems('src/rooms/calls/facts.ts', declaring('roles.handler_taken'))).toEqual([
    'src/rooms/calls/facts.ts:5: declares roles.handler_taken, which belongs in src/rooms/roles/facts.ts',
  ])
  expect(factProblems('src/rooms/roles/take-handler.ts', declaring('roles.handler_taken'))).toHaveLength(1)
})

test('a feature without a room declares its own; one that has a room leaves them to it', () => {
  expect(factProblems('src/features/subscriptions/facts.ts', declaring('subscriptions.begun'))).toEqual([])
  expect(factProblems('src/features/roles/facts.ts', declaring('roles.handler_taken'))).toEqual([
    'src/features/roles/facts.ts:5: declares roles.handler_taken, which belongs in src/rooms/roles/facts.ts',
  ])
})
