import type { WaitFace } from '../../rooms/faces/index.ts'
import { openQuestionOf, type Question, questionWords } from '../../rooms/postmortem/index.ts'
import type { Core } from '../../rooms/reading/index.ts'
import { waitTexts as texts } from './texts.ts'

/** What the postmortem asks somebody: one thing at a time. */
export const questionWaits: WaitFace<{ cores: readonly Core[]; questions: readonly Question[] }> = {
  async read({ reader, viewer, ids, cores }) {
    const question = await openQuestionOf(reader, viewer.userId, await ids)
    return { cores: await cores, questions: question ? [question] : [] }
  },
  waits: ({ cores, questions }, { userId }) =>
    cores.flatMap((core) =>
      questions
        .filter(
          ({ incidentId, userId: whom, state }) =>
            incidentId === core.incident.id && whom === userId && state === 'open',
        )
        .map(({ id, gap }) => ({
          core,
          about: { plain: (locale) => questionWords(gap, locale) },
          due: null,
          row: (gaps, { locale }) => ({
            words: texts.in(locale)('waiting.question', { ...gaps, question: questionWords(gap, locale) }),
            verb: 'answer-question',
            argument: id,
          }),
        })),
    ),
}
