import { input, section, userInput } from '../../../../kit/block-kit/index.ts'
import { Refusal } from '../../../facts/index.ts'
import { answerFact, answerQuestion, answerUnknown, passQuestion, type Question } from '../../../postmortem/index.ts'
import type { Situation } from '../../../situation/index.ts'
import { type Command, textOf, verbForm } from '../../command.ts'
import { aboutOf, fieldsOf, isKept, sectionsIn, seenOf, titleOfAsked, toldIn } from './fields.ts'
import { texts } from './texts.ts'

/** The buttons under a question name it; one that has ended is refused before anybody writes. */
function questionIn({ learning }: Situation, argument: string): Question {
  const question = learning.questions.find(({ id }) => id === argument)
  if (question?.state !== 'open') throw new Refusal('question-gone')
  return question
}

/** The one field in which a question is answered. */
export const answerQuestionCommand: Command = {
  verb: 'answer-question',
  label: (locale) => texts.in(locale)('label.answer-question'),
  offered: () => false,
  form(situation, voice, _now, argument) {
    if (argument === null) return undefined
    const { id, gap } = questionIn(situation, argument)
    const t = texts.in(voice.locale)
    const about = aboutOf(gap)
    return verbForm(
      'answer-question',
      { situation, voice, argument: `${id}@${about}@${seenOf(about, situation)}` },
      { title: t(about === 'mini' ? 'title.mini' : 'title.answer-question'), submit: t('submit.answer-question') },
      fieldsOf(about, situation, voice),
    )
  },
  async run(world, { by, values, argument }) {
    const [id = '', value, seen = ''] = (argument ?? '').split('@')
    const about = aboutOf(value)
    if (isKept(about)) {
      const told = toldIn(about, values)
      if (!told) throw new Refusal('nothing-changed')
      await answerFact(world, by, id, told)
      return undefined
    }
    await answerQuestion(world, by, id, sectionsIn(about, seen, values))
    return undefined
  },
}

/** 「わからない」 is an answer too. */
export const unknownQuestionCommand: Command = {
  verb: 'unknown-question',
  label: (locale) => texts.in(locale)('label.unknown-question'),
  offered: () => false,
  async run(world, { by, argument }) {
    await answerUnknown(world, by, argument ?? '')
    return undefined
  },
}

/** Somebody else knows it. */
export const passQuestionCommand: Command = {
  verb: 'pass-question',
  label: (locale) => texts.in(locale)('label.pass-question'),
  offered: () => false,
  form(situation, voice, _now, argument) {
    if (argument === null) return undefined
    const { id, gap } = questionIn(situation, argument)
    const t = texts.in(voice.locale)
    const words = { title: t('title.pass-question'), submit: t('submit.pass-question') }
    return verbForm('pass-question', { situation, voice, argument: id }, words, [
      section(titleOfAsked(gap, voice)),
      input({ id: 'to', label: t('field.to'), element: userInput() }),
    ])
  },
  async run(world, { by, values, argument }) {
    await passQuestion(world, by, argument ?? '', textOf(values.to) ?? '')
    return undefined
  },
}
