import type { Command } from '../../rooms/faces/index.ts'
import { downloadPostmortemCommand } from './download-postmortem.ts'
import { postmortemCommand } from './overview.ts'
import { useProposalCommand } from './proposals.ts'
import { answerQuestionCommand, passQuestionCommand, unknownQuestionCommand } from './questions.ts'
import { wholeTextCommand } from './whole-text.ts'
import { writeSectionCommand } from './write-section.ts'

export const postmortemCommands = {
  postmortem: postmortemCommand,
  'postmortem-text': wholeTextCommand,
  'download-postmortem': downloadPostmortemCommand,
  'write-section': writeSectionCommand,
  'use-proposal': useProposalCommand,
  'answer-question': answerQuestionCommand,
  'unknown-question': unknownQuestionCommand,
  'pass-question': passQuestionCommand,
} as const
type Own = typeof postmortemCommands

declare module '../../rooms/faces/verbs.ts' {
  interface Verbs extends Record<keyof Own, Command> {}
}
