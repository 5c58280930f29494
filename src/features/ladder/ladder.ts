import { type Block, context, escapeClipped, escapeText, section } from '../../kit/block-kit/index.ts'
import { incidentSubject } from '../../rooms/channel/index.ts'
import { namesOf } from '../../rooms/directory/index.ts'
import { type Command, closeLabel, verbForm } from '../../rooms/faces/index.ts'
import { doerName, type FactOf, type FactType, factsAbout } from '../../rooms/facts/index.ts'
import { dueDayOf, isOverWithLessons, isOwing } from '../../rooms/ladder/index.ts'
import { owedOf } from '../../rooms/settings/index.ts'
import {
  dayName,
  kindMark,
  leftName,
  oneLine,
  personName,
  type Situation,
  stillOwedOf,
  type Voice,
  when,
} from '../../rooms/situation/index.ts'
import { texts } from './form-texts.ts'

const told = [
  'ladder.postponed',
  'ladder.assigned',
  'ladder.waived',
  'ladder.published',
  'ladder.review_planned',
  'ladder.review_held',
  'ladder.review_waived',
] as const satisfies readonly FactType[]
export type Told = FactOf<(typeof told)[number]>

/** How many are shown, the newest: nobody reads more. */
const mostRows = 20

/** What is owed, what of it is left, and all that was moved, handed on or waived, with who and why. */
export const ladderCommand: Command = {
  verb: 'ladder',
  label: (locale) => texts.in(locale)('label.ladder'),
  spoken: {
    ja: [
      '事後対応の予定',
      '事後対応',
      'このあとの約束',
      'このあとの予定',
      'やり残し',
      '残っていること',
      '何が残っている',
      'あと何をすればいい',
    ],
    en: ['what is left', 'what is owed', 'owed', 'left to do', 'next steps', 'ladder', 'obligations'],
  },
  offered: ({ incident }) => isOverWithLessons(incident),
  async look(reader, { situation }, voice) {
    const facts = await factsAbout(reader, incidentSubject(situation.incident.id), told)
    const names = await namesOf(reader, [...facts.flatMap(peopleIn), situation.incident.postmortemOwner ?? ''])
    return ladderForm(situation, facts, { ...voice, names })
  },
  // The click opens it, and there is nothing to send.
  run: async () => undefined,
}

export function ladderForm(situation: Situation, facts: readonly Told[], voice: Voice) {
  const t = texts.in(voice.locale)
  const rows = facts.slice(-mostRows).map((fact) => context(rowOf(fact, voice)))
  const words = { title: t('title.ladder'), close: closeLabel(voice.locale) }
  return verbForm('ladder', { situation, voice }, words, [
    section(stateOf(situation, voice)),
    ...leftBlocks(situation, voice),
    section(t('ladder.history')),
    ...(rows.length > 0 ? rows : [context(t('ladder.history.none'))]),
  ])
}

function stateOf({ incident, ladder }: Situation, voice: Voice): string {
  const t = texts.in(voice.locale)
  const { document, review } = owedOf(voice.settings, incident)
  const owed = kindMark(incident.kind, voice) + t(review ? `owed.${document}.review` : `owed.${document}`)
  if (!isOverWithLessons(incident) || !isOwing(incident, ladder.status, voice.settings)) return owed
  const { postmortemOwner } = incident
  const who = postmortemOwner ? personName(postmortemOwner, voice) : t('ladder.nobody')
  return `${owed}\n${t('ladder.writer', { who, due: dayName(dueDayOf(incident, voice.settings), voice) })}`
}

function leftBlocks(situation: Situation, voice: Voice): Block[] {
  const t = texts.in(voice.locale)
  const left = stillOwedOf(situation, voice.settings)
  return [
    section(
      left.length > 0
        ? [t('ladder.left'), ...left.map((each) => `• ${leftName(each, voice)}`)].join('\n')
        : t('ladder.left.none'),
    ),
  ]
}

const peopleIn = (fact: Told): string[] => [
  ...(fact.actor.kind === 'person' ? [fact.actor.id] : []),
  ...(fact.type === 'ladder.assigned' ? [fact.data.to] : []),
]

function rowOf(fact: Told, voice: Voice): string {
  const t = texts.in(voice.locale)
  const who = doerName(fact.actor, (id) => personName(id, voice)) ?? t('ladder.somebody')
  const reason = 'reason' in fact.data ? escapeClipped(oneLine(fact.data.reason), 300) : ''
  const what = (): string => {
    switch (fact.type) {
      case 'ladder.postponed':
        return t('row.postponed', {
          from: dayName(fact.data.from, voice),
          to: dayName(fact.data.to, voice),
          reason,
        })
      case 'ladder.assigned':
        return t('row.assigned', { to: personName(fact.data.to, voice), due: dayName(fact.data.due, voice) })
      case 'ladder.review_planned':
        return t('row.review_planned', { when: when(new Date(fact.data.startsAt), voice) })
      case 'ladder.review_held':
        return t('row.review_held')
      case 'ladder.published':
        return fact.data.link === null
          ? t('row.published')
          : t('row.published.link', { link: escapeText(fact.data.link) })
      case 'ladder.waived':
      case 'ladder.review_waived':
        return t(fact.type === 'ladder.waived' ? 'row.waived' : 'row.review_waived', { reason })
    }
  }
  return `${when(fact.at, voice)} ${who}: ${what()}`
}
