import {
  actions,
  type Block,
  type Button,
  button,
  clip,
  context,
  escapeClipped,
  escapeText,
  person,
  section,
} from '../../kit/block-kit/index.ts'
import {
  type Beside,
  type Command,
  closeLabel,
  controlsBlockId,
  verbActionId,
  verbForm,
  verbLabel,
} from '../../rooms/faces/index.ts'
import {
  draftFrom,
  findingWords,
  gapsLeft,
  isBeingWritten,
  isMini,
  questionWords,
  sectionName,
  sectionsShown,
  wordsOfSection,
} from '../../rooms/postmortem/index.ts'
import { dayName, oneLine, type Situation, type Voice } from '../../rooms/situation/index.ts'
import { texts } from './form-texts.ts'

const mostFindings = 10
const longestWords = 300

/** How the postmortem stands, the next gap, every section to be written, and what the linter advises. */
export const postmortemCommand: Command = {
  verb: 'postmortem',
  label: (locale) => texts.in(locale)('label.postmortem'),
  spoken: {
    ja: [
      'ポストモーテム',
      'ポストモーテムを書く',
      'ポストモーテムを見る',
      '振り返り',
      '振り返りを書く',
      '事後分析',
      'ポスモ',
    ],
    en: [
      'postmortem',
      'post mortem',
      'post-mortem',
      'write postmortem',
      'read postmortem',
      'show postmortem',
      'retrospective',
      'retro',
      'pm',
    ],
  },
  offered: ({ incident, learning }) =>
    incident.status === 'recovered' || incident.status === 'completed' || learning.postmortem.status !== 'none',
  async choices(reader, { incident }, _by, voice) {
    const draft = await draftFrom(reader, voice.settings, incident.id)
    const findings = draft?.findings.filter(({ rule }) => rule !== 'empty-section') ?? []
    return findings.map((finding) => ({ value: finding.rule, text: findingWords(finding, voice.locale) }))
  },
  form(situation, voice, _now, _argument, beside) {
    const words = { title: texts.in(voice.locale)('title.postmortem'), close: closeLabel(voice.locale) }
    return verbForm('postmortem', { situation, voice }, words, [
      ...stateBlocks(situation, voice),
      ...sectionBlocks(situation, voice),
      ...findingBlocks(beside, voice),
      actions(controlsBlockId(situation.incident.id, 99), [
        pressed('postmortem-text', null, texts.in(voice.locale)('label.postmortem-text')),
        pressed('add-action', 'postmortem', verbLabel('add-action', voice)),
      ]),
    ])
  },
  // The click opens it, and there is nothing to send.
  run: async () => undefined,
}

function pressed(verb: string, value: string | null, text: string, style?: 'primary'): Button {
  return button({
    actionId: verbActionId(verb),
    text,
    ...(value === null ? {} : { value }),
    ...(style ? { style } : {}),
  })
}

/** How far it is, what is missing, and the one next step. */
function stateBlocks(situation: Situation, voice: Voice): Block[] {
  const t = texts.in(voice.locale)
  const { incident, learning } = situation
  const { postmortemOwner, postmortemDue } = incident
  const state = t('state', {
    status: t(`status.${learning.postmortem.status}`),
    owner: postmortemOwner ? person(postmortemOwner) : t('owner.none'),
    due: postmortemDue ? dayName(postmortemDue, voice) : t('due.none'),
  })
  const gaps = gapsLeft(situation, voice.settings)
  const waiting = learning.questions
    .filter((question) => question.state === 'open')
    .map(({ userId, channelId, gap }) =>
      t('waiting', { who: userId ? person(userId) : `<#${channelId}>`, question: questionWords(gap, voice.locale) }),
    )
  return [
    section(state),
    ...(gaps.length > 0
      ? gapBlocks(gaps, situation, voice)
      : isBeingWritten(learning.postmortem)
        ? [section(t('gaps.none'))]
        : []),
    ...whereBlocks(situation, voice),
    ...(waiting.length > 0 ? [context(...waiting)] : []),
  ]
}

/** Where the document has been carried to; nothing while it went nowhere. */
function whereBlocks({ publication }: Situation, voice: Voice): Block[] {
  if (!publication?.url) return []
  const { url, number, place } = publication
  const name = escapeText(number === null ? place : `${place}#${number}`)
  return [context(texts.in(voice.locale)('where', { where: `<${url}|${name}>` }))]
}

function gapBlocks(gaps: ReturnType<typeof gapsLeft>, situation: Situation, voice: Voice): Block[] {
  const t = texts.in(voice.locale)
  const { incident } = situation
  const named = gaps.map((gap) => sectionName(gap, voice.locale)).join(t('gaps.between'))
  const words = t('gaps', { count: gaps.length, gaps: named })
  const next = isMini(incident, voice.settings)
    ? pressed('write-section', 'mini', t('gaps.mini'), 'primary')
    : pressed('write-section', 'gaps', t('gaps.next'), 'primary')
  return [{ ...section(words, next), block_id: controlsBlockId(incident.id, 98) }]
}

/** Every section as it reads now, with the button that writes it. */
function sectionBlocks({ incident, learning }: Situation, voice: Voice): Block[] {
  const t = texts.in(voice.locale)
  return sectionsShown(incident, voice.settings).map((key, n): Block => {
    const words = wordsOfSection(key, { incident, written: learning.written })
    const gaps = {
      section: escapeText(sectionName(key, voice.locale)),
      words: escapeClipped(oneLine(words ?? ''), longestWords),
    }
    const shown = t(words ? 'section' : 'section.empty', gaps)
    return {
      ...section(shown, pressed('write-section', key, t('label.write-section'))),
      block_id: controlsBlockId(incident.id, n),
    }
  })
}

function findingBlocks(beside: Beside | undefined, voice: Voice): Block[] {
  const t = texts.in(voice.locale)
  const findings = beside?.choices ?? []
  if (findings.length === 0) return []
  const rows = findings.slice(0, mostFindings).map(({ text }) => t('finding', { words: escapeText(clip(text, 400)) }))
  const more = findings.length - rows.length
  return [
    section(t('findings', { count: findings.length })),
    ...rows.map((row) => context(row)),
    ...(more > 0 ? [context(t('findings.more', { count: more }))] : []),
  ]
}
