import type { Command } from '../../rooms/faces/index.ts'
import { answerPageCommand, pageCommand } from './page.ts'

export const pagingCommands = {
  page: pageCommand,
  'answer-page': answerPageCommand,
} as const
type Own = typeof pagingCommands

declare module '../../rooms/faces/verbs.ts' {
  interface Verbs extends Record<keyof Own, Command> {}
}
