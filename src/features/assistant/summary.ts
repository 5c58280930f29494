import { context, type ModalView, section } from '../../kit/block-kit/index.ts'
import { viewerOf } from '../../rooms/access/index.ts'
import { type MadeSummary, noteLook, summaryOf } from '../../rooms/assistant/index.ts'
import { type Command, closeLabel, verbForm } from '../../rooms/faces/index.ts'
import { privateRule, type Situation, type Voice, when } from '../../rooms/situation/index.ts'
import { statementList, statementWords } from './statements.ts'
import { texts } from './texts.ts'

/** A section holds 3,000 letters. */
const rowsInSection = 8

/** The summary in its three lengths: whoever writes to others takes the one that they need. */
export function summaryForm({ summary, madeAt, by }: MadeSummary, situation: Situation, voice: Voice): ModalView {
  const t = texts.in(voice.locale)
  const words = { title: t('title.summary'), close: closeLabel(voice.locale) }
  const { line, three } = summary
  // The first line stands above, twice; on a telephone it fills a third of the form.
  const [first, ...others] = summary.whole
  const whole = first?.words === line.words && others.length > 0 ? others : summary.whole
  return verbForm('summary', { situation, voice }, words, [
    ...privateRule(situation.incident, voice).map((rule) => section(rule)),
    section(`*${t('summary.line')}*\n${statementWords(line, voice)}`),
    section(`*${t('summary.three')}*\n${statementList(three, voice)}`),
    section(`*${t('summary.whole')}*`),
    ...Array.from({ length: Math.ceil(whole.length / rowsInSection) }, (_, n) =>
      section(statementList(whole.slice(n * rowsInSection, (n + 1) * rowsInSection), voice, whole.length)),
    ),
    context([t('summary.made', { when: when(madeAt, voice) }), t(by === 'model' ? 'by-model' : 'quoted')].join(' ')),
  ])
}

export const summaryCommand: Command = {
  verb: 'summary',
  label: (locale) => texts.in(locale)('label.summary'),
  spoken: {
    ja: ['要約', '要約を見る', '要約する', 'まとめ', 'まとめを見る', 'ここまでのまとめ', 'サマリー'],
    en: [
      'summary',
      'show summary',
      'summarize',
      'summarise',
      'sum up',
      'recap',
      'what is the summary',
      'executive summary',
    ],
  },
  offered: () => true,
  async look(reader, { world, situation, by }, voice) {
    const viewer = await viewerOf(reader, voice.settings, by)
    return summaryForm(await summaryOf(world, situation.incident.id, viewer, voice.locale), situation, voice)
  },
  seen: (world, { by, incidentId }) => noteLook(world, incidentId, by),
  // The click opens it, and there is nothing to send.
  run: async () => undefined,
}
