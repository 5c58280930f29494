import { clip, input, person, readable, section, textInput, userInput } from '../../kit/block-kit/index.ts'
import { type Command, doing, type Order, verbForm, whileOpen } from '../../rooms/faces/index.ts'
import { Refusal } from '../../rooms/facts/index.ts'
import { acceptHandOver, longestBriefing, proposeHandOver } from '../../rooms/roles/index.ts'
import {
  handlerOf,
  lasted,
  levelValue,
  oneLine,
  type Situation,
  serviceName,
  statusName,
  type Voice,
} from '../../rooms/situation/index.ts'
import { warningFor } from './answers.ts'
import { askedOf } from './asked.ts'
import { texts } from './form-texts.ts'

/** A briefing is read in a minute; the rest of the TODOs stand in the channel. */
const mostTodos = 5

/** What whoever takes over must know, as far as the bot knows it; the one who hands over adds what it does not. */
export function draftBriefing(situation: Situation, voice: Voice, now: Date): string {
  const t = texts.in(voice.locale)
  const { incident, roles, lastUpdate, todos } = situation
  const say = (words: string, max: number) => clip(oneLine(readable(words)), max)
  const open = [
    ...(incident.level ? [] : [t('briefing.open.level')]),
    ...(incident.impact ? [] : [t('briefing.open.impact')]),
    ...(roles.some((each) => each.role === 'liaison') ? [] : [t('briefing.open.liaison')]),
  ]
  return [
    t('briefing.what', {
      service: serviceName(incident.service, voice),
      summary: clip(incident.summary, 600),
    }),
    t('briefing.state', {
      status: statusName(incident.status, voice),
      level: levelValue(incident.level, voice),
      since: lasted(incident, now, voice),
    }),
    t('briefing.impact', { impact: incident.impact ? clip(incident.impact, 400) : t('briefing.unknown') }),
    ...(lastUpdate
      ? [
          t('briefing.update', { condition: say(lastUpdate.condition, 300) }),
          ...(lastUpdate.action ? [t('briefing.action', { action: say(lastUpdate.action, 200) })] : []),
          ...(lastUpdate.need ? [t('briefing.need', { need: say(lastUpdate.need, 200) })] : []),
        ]
      : []),
    ...todos.list
      .slice(0, mostTodos)
      .map(({ n, words }) => t('briefing.todo', { n, words: words === null ? '—' : say(words, 100) })),
    ...(open.length > 0 ? [t('briefing.open', { open: open.join(t('briefing.and')) })] : []),
    t('briefing.more'),
  ].join('\n')
}

/** Offering the lead to somebody, with a briefing that the bot drafts. */
export const handOverCommand: Command = {
  ...doing(proposeHandOver),
  label: (locale) => texts.in(locale)('label.hand-over'),
  spoken: {
    ja: [
      '引き継ぐ',
      '引き継ぎ',
      '引継ぎ',
      '引き継ぎを頼む',
      'ハンドラーを引き継ぐ',
      'ハンドラー交代',
      'ハンドラーを代わる',
      '交代する',
      '代わる',
      'ハンドラーを渡す',
      'バトンタッチ',
    ],
    en: [
      'hand over',
      'handover',
      'hand off',
      'handoff',
      'hand lead over',
      'hand over lead',
      'pass lead',
      'change handler',
      'transfer lead',
      'replace me',
      'swap handler',
    ],
    fills: { people: 'to' },
  },
  offered: (situation) => whileOpen(situation) && handlerOf(situation) !== undefined,
  form(situation, voice, now, argument) {
    const t = texts.in(voice.locale)
    const handler = handlerOf(situation)
    if (!handler) throw new Refusal('handler-vacant')
    return verbForm('hand-over', { situation, voice }, { title: t('title.hand-over'), submit: t('submit.hand-over') }, [
      section(t('form.hand-over', { handler: person(handler) })),
      input({ id: 'to', label: t('field.to'), element: userInput(argument) }),
      input({
        id: 'briefing',
        label: t('field.briefing'),
        hint: t('hint.briefing'),
        element: textInput({ multiline: true, max: longestBriefing, initial: draftBriefing(situation, voice, now) }),
      }),
    ])
  },
}

/** A button that names no offer means none. */
const offerMeant = ({ argument }: Order) => ({ hand_over: argument ?? 'none' })

/** The receiver's yes: a button of the offer, whose argument names it. */
export const acceptHandOverCommand: Command = {
  ...doing(acceptHandOver, offerMeant, (_done, { world, order, voice }) => warningFor(world, order, voice)),
  label: (locale) => texts.in(locale)('label.accept-hand-over'),
  spoken: {
    ja: ['引き継ぎを受ける', '引き受ける', '引き受けました', '受ける', '了解、引き受けます'],
    en: ['accept', 'accept hand over', 'accept handover', 'i accept', 'accept role', 'accept request'],
    meant: askedOf,
  },
  offered: () => false,
}
