import { input, section, userInput } from '../../kit/block-kit/index.ts'
import { type Command, doing, type Order, verbForm, wireOf } from '../../rooms/faces/index.ts'
import { Refusal } from '../../rooms/facts/index.ts'
import { answerFact, answerQuestion, answerUnknown, passQuestion, type Question } from '../../rooms/postmortem/index.ts'
import type { Situation } from '../../rooms/situation/index.ts'
import { aboutOf, fieldsOf, isKept, seenOf, titleOfAsked, toldIn, writingIn } from './fields.ts'
import { texts } from './form-texts.ts'

/** The buttons under a question name it; one that has ended is refused before anybody writes. */
function questionIn({ learning }: Situation, argument: string): Question {
  const question = learning.questions.find(({ id }) => id === argument)
  if (question?.state !== 'open') throw new Refusal('question-gone')
  return question
}

/** The form remembers which question it answers, what that is about, and the versions that it showed. */
function askedIn({ argument }: Order) {
  const [question = '', value, seen = ''] = (argument ?? '').split('@')
  return { question, about: aboutOf(value), seen }
}

const answering = doing(answerQuestion, (order) => {
  const { question, about, seen } = askedIn(order)
  return { question, ...(isKept(about) ? {} : writingIn(about, seen, order.values)) }
})

const questionOfButton = ({ values, argument }: Order) => ({ ...wireOf(values), question: argument ?? '' })

/** The one field in which a question is answered. */
export const answerQuestionCommand: Command = {
  ...answering,
  label: (locale) => texts.in(locale)('label.answer-question'),
  spoken: {
    ja: ['質問に答える', 'ポストモーテムの質問に答える', '回答する'],
    en: ['answer', 'answer question', 'answer postmortem question'],
    within: 'postmortem',
  },
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
  async run(world, order, voice) {
    const { question, about } = askedIn(order)
    if (!isKept(about)) return answering.run(world, order, voice)
    const told = toldIn(about, order.values)
    if (!told) throw new Refusal('nothing-changed')
    await answerFact(world, order.by, order.incidentId, question, told)
    return undefined
  },
}

/** 「わからない」 is an answer too. */
export const unknownQuestionCommand: Command = {
  ...doing(answerUnknown, questionOfButton),
  label: (locale) => texts.in(locale)('label.unknown-question'),
  spoken: {
    ja: ['質問が分からない', 'わからない', '分からない', '分かりません'],
    en: ['i do not know', "don't know", 'unknown'],
    within: 'postmortem',
  },
  offered: () => false,
}

/** Somebody else knows it. */
export const passQuestionCommand: Command = {
  ...doing(passQuestion, questionOfButton),
  label: (locale) => texts.in(locale)('label.pass-question'),
  spoken: {
    ja: ['質問をほかの人に聞く', '質問を回す', '質問をパスする'],
    en: ['pass question', 'ask somebody else', 'pass on question'],
    within: 'postmortem',
  },
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
}
