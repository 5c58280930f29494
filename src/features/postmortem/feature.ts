import { type Feature, slotFace, waitsOf } from '../../rooms/faces/index.ts'
import { postmortemCommands } from './commands.ts'
import { postmortemHappened } from './happened.ts'
import { learningSlots, recipientsOfQuestions } from './slots.ts'
import { questionWaits } from './waits.ts'

/** The writing of the postmortem, and the questions that it asks. */
export const postmortem: Feature = {
  name: 'postmortem',
  commands: postmortemCommands,
  slots: {
    questions: slotFace({
      facts: [],
      recipients: (core) => recipientsOfQuestions(core),
      slots: ({ situation, locales, voice, voiceAt }) => learningSlots(situation, locales, voice, voiceAt),
    }),
  },
  samples: () => import('./messages.samples.ts'),
  happened: postmortemHappened,
  waits: { question: waitsOf(questionWaits) },
}
