import {
  actions,
  asMessage,
  type Block,
  button,
  context,
  type MessageContent,
  type ModalView,
  section,
} from '../../kit/block-kit/index.ts'
import { type CatchUp, catchUpOf, noteLook } from '../../rooms/assistant/index.ts'
import { type Command, closeLabel, controlsBlockId, verbActionId, verbForm } from '../../rooms/faces/index.ts'
import { privateRule, type Situation, situationOf, type Voice, when } from '../../rooms/situation/index.ts'
import { statementList } from './statements.ts'
import { texts } from './texts.ts'

/** Said first, and in a channel alone: who has just come in reads no more. */
const first = 3
/** A section holds 3,000 letters: so many rows go into one, and so many are shown in all. */
const rowsInSection = 8
const mostRows = 40

/** That nothing came since then; or that people spoke, and said nothing that a summary quotes. */
function quietWords({ said }: CatchUp, since: Date, voice: Voice): string {
  const t = texts.in(voice.locale)
  const gap = { when: when(since, voice) }
  return said > 0 ? t('catch-up.only-said-since', { ...gap, count: said }) : t('catch-up.nothing-since', gap)
}

/** What the whole of it says beside the first three. */
function restBlocks(told: CatchUp, voice: Voice): Block[] {
  const t = texts.in(voice.locale)
  const { statements, since, hasNews } = told
  const rest = statements.slice(first)
  if (rest.length === 0) return since && !hasNews ? [context(quietWords(told, since, voice))] : []
  const shown = rest.slice(-mostRows)
  const title = since ? t('catch-up.since', { when: when(since, voice) }) : t('catch-up.all')
  const sections = Array.from({ length: Math.ceil(shown.length / rowsInSection) }, (_, n) =>
    section(statementList(shown.slice(n * rowsInSection, (n + 1) * rowsInSection), voice, shown.length)),
  )
  const more = rest.length - shown.length
  return [section(`*${title}*`), ...sections, ...(more > 0 ? [context(t('catch-up.more', { count: more }))] : [])]
}

/** The form that catches one person up: three lines, and below them what they have missed. */
export function catchUpForm(told: CatchUp, situation: Situation, voice: Voice): ModalView {
  const t = texts.in(voice.locale)
  const words = { title: t('title.catch-up'), close: closeLabel(voice.locale) }
  return verbForm('catch-up', { situation, voice }, words, [
    ...privateRule(situation.incident, voice).map((rule) => section(rule)),
    section(statementList(told.statements.slice(0, first), voice)),
    { type: 'divider' },
    ...restBlocks(told, voice),
    actions(controlsBlockId(situation.incident.id), [
      button({ actionId: verbActionId('summary'), text: t('label.summary') }),
    ]),
    context(t(told.by === 'model' ? 'by-model' : 'quoted')),
  ])
}

/** The first three lines for one person alone, in a channel; all the rest is a press away. */
export function catchUpAnswer(told: CatchUp, { incident }: Pick<Situation, 'incident'>, voice: Voice): MessageContent {
  const t = texts.in(voice.locale)
  const rule = privateRule(incident, voice)
  const lines = [...rule, statementList(told.statements.slice(0, first), voice)].join('\n')
  const since = told.since
    ? told.hasNews
      ? t('catch-up.since', { when: when(told.since, voice) })
      : quietWords(told, told.since, voice)
    : undefined
  return asMessage(
    [lines, ...(since ? [since] : [])],
    [
      section(lines),
      ...(since ? [context(since)] : []),
      actions(controlsBlockId(incident.id), [button({ actionId: verbActionId('catch-up'), text: t('catch-up.rest') })]),
    ],
  )
}

export const catchUpCommand: Command = {
  verb: 'catch-up',
  label: (locale) => texts.in(locale)('label.catch-up'),
  spoken: {
    ja: [
      '追いつく',
      'いまの状況を知る',
      '追いつきたい',
      'キャッチアップ',
      'キャッチアップしたい',
      '今どうなってる',
      '今どういう状況',
      'どういう状況',
      '状況を教える',
      '状況は',
      'いまの状況',
      '現状は',
      '何が起きてる',
      '今北産業',
      '三行で',
      '見ていない間に何があった',
    ],
    en: [
      'catch up',
      'catch me up',
      'catchup',
      'bring me up to speed',
      'up to speed',
      'where are we',
      'where do we stand',
      'what is going on',
      "what's going on",
      'what did i miss',
      'since i last looked',
      'tldr',
      'status please',
    ],
    shows: true,
  },
  offered: () => true,
  async look(_reader, { world, situation, by }, voice) {
    return catchUpForm(await catchUpOf(world, situation.incident.id, by, voice.locale), situation, voice)
  },
  seen: (world, { by, incidentId }) => noteLook(world, incidentId, by),
  async run(world, { by, incidentId }, voice) {
    const [told, situation] = await Promise.all([
      catchUpOf(world, incidentId, by, voice.locale),
      situationOf(world.db.read, incidentId),
    ])
    return situation && catchUpAnswer(told, situation, voice)
  },
}
