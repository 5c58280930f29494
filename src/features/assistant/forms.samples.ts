import type { Locale } from '../../kit/i18n/index.ts'
import {
  catchUp,
  draftUpdate,
  type LetterKind,
  type Material,
  noticeFor,
  proposeActions,
  reportFor,
  summarise,
  type TagsProposal,
} from '../../rooms/assistant/index.ts'
import { at, material, said, updated } from '../../rooms/assistant/material.samples.ts'
import { verbForm } from '../../rooms/faces/command.ts'
import type { Sample } from '../../rooms/situation/sample.ts'
import { situations, voices } from '../../rooms/situation/situation.samples.ts'
import { gapsForm } from '../postmortem/write-section.ts'
import { levelForm } from '../properties/set-level.ts'
import { tagsForm } from '../properties/set-tags.ts'
import { updateFields } from '../updates/update-fields.ts'
import { alikeForm } from './alike.ts'
import { catchUpAnswer, catchUpForm } from './catch-up.ts'
import { draftNote, modelsDraft } from './draft-update.ts'
import { letterForm } from './letter.ts'
import { proposedActionsForm } from './propose-actions.ts'
import { summaryForm } from './summary.ts'
import { texts } from './texts.ts'

const situation = situations.underWay

/** One response, as people of either language tell it. */
const told: Readonly<Record<Locale, Material>> = {
  ja: material({
    incident: { summary: '決済が遅い', impact: '注文の2割が失敗する' },
    handler: { id: 'U0SATO', name: 'Sato' },
    updates: [
      updated('14:25', 1, {
        condition: '決済の待ち時間が平常の10倍',
        action: '接続プールの設定を確認中',
        impact: '注文の2割が失敗しています',
      }),
    ],
    lines: [
      said('14:02', 'tanaka', '接続プールの設定を変えています', { marks: ['timeline'] }),
      said('14:08', 'mori', 'サポートに決済できないという問い合わせが12件来ています'),
      said('14:12', 'mori', 'DNSのせいですね'),
      said('14:31', 'sato', '原因はプールの上限が5になっていたことでした。14:02の変更です'),
      said('14:36', 'sato', '上限を50に戻しました'),
      said('14:41', 'mori', 'エラーが出なくなりました'),
      said('14:50', 'tanaka', 'プールの枯渇にアラートを追加しましょう', { marks: ['action'] }),
    ],
  }),
  en: material({
    incident: { summary: 'payments are slow', impact: 'a fifth of orders fail' },
    handler: { id: 'U0SATO', name: 'Sato' },
    updates: [
      updated('14:25', 1, {
        condition: 'payments take ten times as long',
        action: 'looking at the connection pool',
        impact: 'A fifth of orders fail',
      }),
    ],
    lines: [
      said('14:02', 'tanaka', 'changing the size of the connection pool', { marks: ['timeline'] }),
      said('14:08', 'mori', 'support has 12 tickets about failed payments'),
      said('14:12', 'mori', "it's DNS"),
      said('14:31', 'sato', 'root cause: the pool was 5 instead of 50 since the change at 14:02'),
      said('14:36', 'sato', 'put the pool back to 50'),
      said('14:41', 'mori', 'no more errors'),
      said('14:50', 'tanaka', 'we should add an alert for an exhausted pool', { marks: ['action'] }),
    ],
  }),
}
const nothing = material()

/** An earlier incident, and what helped in it. */
const helped = (locale: Locale) => ({
  incident: { ...situation.incident, tags: tags(locale).tags, summary: told[locale].incident.summary },
  channelId: 'C0EARLIER',
  score: 0.6,
  resolution: { ja: '接続プールの上限を50に戻した', en: 'Put the pool back to 50' }[locale],
  trigger: null,
  action: null,
  open: [{ ja: 'プールの枯渇にアラートを追加する', en: 'Add an alert for an exhausted pool' }[locale]],
})

function tags(locale: Locale): TagsProposal {
  const named = { ja: ['接続プール', 'db'], en: ['connection pool', 'db'] } as const
  return {
    tags: [...named[locale]],
    earlier: [{ incident: situations.recovered.incident, channelId: 'C0EARLIER' }],
  }
}

const form = (name: string, render: Sample['render']): Sample => ({
  name: `commands/${name}`,
  to: 'form',
  about: [situation],
  render,
})

const caughtUp = (from: Material, language: Locale, since: Date | null) => ({
  statements: catchUp(from, language, since),
  since,
  hasNews: true,
  said: 4,
  by: 'record' as const,
})

const reports = { first: 'first', next: 'follow_up', last: 'final' } as const

const letters = (['first', 'next', 'last', 'report'] as const satisfies readonly LetterKind[]).map((kind) =>
  form(`letter/${kind}`, (locale) => {
    const letter = kind === 'report' ? reportFor(told[locale], locale) : noticeFor(told[locale], reports[kind], locale)
    const asked = { kind, id: undefined, hasOthers: true, isOfModel: false }
    return letterForm({ letter, asked, written: null }, situation, voices[locale])
  }),
)

const proseOf = {
  ja: { impact: '一部のお客様において、ご注文の2割が失敗する事象が発生しております。', note: null },
  en: { impact: 'About a fifth of orders currently fail.', note: null },
} as const

/** A model's sentences beside the letter, and in it. */
const modelsLetters = [false, true].map((isOfModel) =>
  form(`letter/model-${isOfModel ? 'used' : 'there'}`, (locale) => {
    const prose = proseOf[locale]
    const letter = noticeFor(told[locale], 'first', locale, isOfModel ? prose : undefined)
    const asked = { kind: 'first', id: 'drf_1', hasOthers: false, isOfModel } as const
    return letterForm({ letter, asked, written: isOfModel ? null : prose }, situation, voices[locale])
  }),
)

/** A first notice before anybody leads: it may not say that somebody works on it. */
const beforeAnybody: Sample = {
  ...form('letter/nobody-yet', (locale) => {
    const letter = noticeFor(nothing, 'first', locale)
    const asked = { kind: 'first', id: undefined, hasOthers: true, isOfModel: false } as const
    return letterForm({ letter, asked, written: null }, situations.declared, voices[locale])
  }),
  about: [situations.declared],
}

/** What the assistant shows and proposes, of a response that people have talked about and of one that nobody has said a word in. */
export const assistantSamples: readonly Sample[] = [
  beforeAnybody,
  ...(['record', 'model'] as const).map((by) =>
    form(`summary/${by}`, (locale) => {
      const made = { summary: summarise(told[locale], locale), madeOf: '', madeAt: at('15:00'), by }
      return summaryForm(made, situation, voices[locale])
    }),
  ),
  form('catch-up/all', (locale) => catchUpForm(caughtUp(told[locale], locale, null), situation, voices[locale])),
  form('catch-up/since', (locale) =>
    catchUpForm(caughtUp(told[locale], locale, at('14:30')), situation, voices[locale]),
  ),
  ...[0, 4].map((n) =>
    form(`catch-up/${n === 0 ? 'quiet' : 'only-said'}`, (locale) => {
      const all = caughtUp(told[locale], locale, at('14:59'))
      const quiet = { ...all, statements: all.statements.slice(0, 1), hasNews: false, said: n }
      return catchUpForm(quiet, situation, voices[locale])
    }),
  ),
  {
    ...form('catch-up/answer', (locale) =>
      catchUpAnswer(caughtUp(told[locale], locale, null), situation, voices[locale]),
    ),
    to: 'alone',
  },
  ...([told, { ja: nothing, en: nothing }] as const).map((from, n) =>
    form(`draft-update/${n === 0 ? 'drafted' : 'nothing'}`, (locale) => {
      const draft = draftUpdate(from[locale])
      const fields = Object.fromEntries(
        Object.entries(draft).flatMap(([field, statement]) => (statement ? [[field, statement.words]] : [])),
      )
      const voice = voices[locale]
      const t = texts.in(locale)
      const words = { title: t('title.draft-update'), submit: t('submit.draft-update') }
      return verbForm('draft-update', { situation, voice }, words, [
        ...draftNote(draft, voice),
        ...updateFields(situation, voice, fields),
      ])
    }),
  ),
  form('draft-update/model', (locale) => {
    const draft = draftUpdate(told[locale])
    const t = texts.in(locale)
    const words = { title: t('title.draft-update'), submit: t('submit.draft-update') }
    return verbForm('draft-update', { situation, voice: voices[locale] }, words, [
      ...modelsDraft(draft, situation.incident.id, 'drf-1', voices[locale]),
      ...draftNote(draft, voices[locale]),
      ...updateFields(situation, voices[locale]),
    ])
  }),
  form('propose-actions/proposed', (locale) =>
    proposedActionsForm(proposeActions(told[locale]), situation, voices[locale]),
  ),
  form('propose-actions/none', (locale) => proposedActionsForm([], situation, voices[locale])),
  form('alike/none', (locale) => alikeForm([], situation, voices[locale], { level: null, tags: null })),
  form('alike/found', (locale) =>
    alikeForm([helped(locale)], situation, voices[locale], { level: null, tags: tags(locale) }),
  ),
  ...(['declared', 'underWay', 'longest', 'recovered'] as const).map((name) => ({
    ...form(`set-level/${name}`, (locale) => levelForm(situations[name], voices[locale])),
    about: [situations[name]],
  })),
  form('set-level/said', (locale) =>
    levelForm(situations.declared, voices[locale], {
      level: 'level4',
      ground: {
        is: 'said',
        words: { ja: 'レベル4でお願いします', en: 'this is a level 4' }[locale],
        sources: [
          { is: 'message', channelId: 'C0INC', ts: '1.0', permalink: 'https://example.slack.com/archives/C0INC/p1' },
        ],
      },
    }),
  ),
  form('set-level/contradicted', (locale) =>
    levelForm(situation, voices[locale], {
      level: 'level5',
      ground: {
        is: 'impact',
        words: { ja: '全員がログインできません', en: 'Nobody can sign in' }[locale],
        sources: [{ is: 'update', n: 2 }],
      },
    }),
  ),
  form('set-tags/proposed', (locale) =>
    tagsForm({ proposal: tags(locale), used: tags(locale).tags }, situation, voices[locale]),
  ),
  {
    ...form('write-section/gaps', (locale) => {
      const said = { ja: '14時ごろからログインできません', en: 'sign-in fails since about 14:00' }[locale]
      const sources = [
        { is: 'message', channelId: 'C0INC', ts: '1.0', permalink: 'https://example.slack.com/archives/C0INC/p1' },
      ] as const
      const proposed = { words: said, sources, standing: 'proposed' } as const
      const proposals = { occurred_at: [{ ...proposed, moment: at('14:00') }], resolution: [proposed] }
      return gapsForm(situations.recovered, voices[locale], proposals)
    }),
    about: [situations.recovered],
  },
  form('set-tags/none', (locale) => tagsForm({ proposal: null, used: [] }, situation, voices[locale])),
  ...letters,
  ...modelsLetters,
]
