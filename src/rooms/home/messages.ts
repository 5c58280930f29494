import {
  actions,
  asMessage,
  type Block,
  button,
  channelLink,
  context,
  escapeClipped,
  type HomeView,
  type MessageContent,
  section,
} from '../../kit/block-kit/index.ts'
import { listRow } from '../commands/index.ts'
import { openFormActionId } from '../declaration/index.ts'
import { controlsBlockId, verbButton } from '../faces/index.ts'
import { ago, leftName, leftOf, plainTitle, type Situation, type Voice, when } from '../situation/index.ts'
import type { Overview } from './overview.ts'
import { texts } from './texts.ts'
import { tokensActionId } from './token-form.ts'
import type { Waiting } from './waiting.ts'

/** As many of each as anybody works off from one page; with headings and buttons that is far from Slack's 100 blocks. */
const mostWaiting = 15
/** A message has 50 blocks at most. */
const mostInDigest = 15

/** A person's own page: what waits for them, where to begin, and what is open now. */
export function homeView(
  { waiting, open, more, told }: Overview,
  voice: Voice,
  { makesTokens = false, dashboard }: { makesTokens?: boolean; dashboard?: string | undefined } = {},
): HomeView {
  const t = texts.in(voice.locale)
  const rows = open.map((core, n) => ({
    ...section(listRow(core, voice), verbButton('catch-up', voice)),
    block_id: controlsBlockId(core.incident.id, mostWaiting + n),
  }))
  const blocks: Block[] = [
    { type: 'header', text: { type: 'plain_text', text: t('title'), emoji: true } },
    section(t('lead')),
    actions('home', [
      button({ actionId: openFormActionId, text: t('declare'), style: 'primary' }),
      ...(makesTokens ? [button({ actionId: tokensActionId, text: t('tokens.open') })] : []),
    ]),
    ...(dashboard ? [context(t('dashboard', { dashboard }))] : []),
    section(`*${t('waiting')}*`),
    ...(waiting.length > 0
      ? waiting.slice(0, mostWaiting).map((each, n) => waitingRow(each, n, voice))
      : [context(t('waiting.none'))]),
    ...(waiting.length > mostWaiting ? [context(t('more', { count: waiting.length - mostWaiting }))] : []),
    section(`*${t('open')}*`),
    ...(rows.length > 0 ? rows : [context(t('none'))]),
    ...(more > 0 ? [context(t('more', { count: more }))] : []),
    ...(told.length > 0 ? [section(`*${t('told')}*`)] : []),
    ...told.map(({ at, words }) => context(t('told.row', { when: when(at, voice), words }))),
    context(t('ways')),
  ]
  return { type: 'home', blocks }
}

/** A page that has nothing but a sentence to show. */
export const wordsOnly = (words: string): HomeView => ({ type: 'home', blocks: [section(words)] })

/** One thing that waits, and the button that does it. */
function waitingRow({ core, row }: Waiting, n: number, voice: Voice): Block {
  const gaps = { where: whereTo(core), title: escapeClipped(plainTitle(core.incident, voice), 150) }
  const { words, verb, argument } = row(gaps, voice)
  if (!verb) return section(words)
  const does = verbButton(verb, voice, argument === undefined ? {} : { argument })
  return { ...section(words, does), block_id: controlsBlockId(core.incident.id, n) }
}

const whereTo = ({ channel }: Pick<Situation, 'channel'>): string =>
  channel.channelId ? channelLink(channel.channelId) : `#${escapeClipped(channel.name, 80)}`

/** What is recovered and not completed, to one who can act. */
export function digestMessage(situations: readonly Situation[], voice: Voice): MessageContent {
  const t = texts.in(voice.locale)
  const title = t('digest.title', { count: situations.length })
  const rows = situations.slice(0, mostInDigest).map((situation) => {
    const { incident } = situation
    const left = leftOf(situation, voice.settings).map((each) => leftName(each, voice))
    return {
      id: incident.id,
      words: t('digest.row', {
        where: whereTo(situation),
        title: escapeClipped(plainTitle(incident, voice), 150),
        when: incident.recoveredAt ? ago(incident.recoveredAt, voice) : '—',
        left: left.length > 0 ? left.join(t('digest.and')) : t('digest.nothing-left'),
      }),
    }
  })
  const more = situations.length - rows.length
  const last = more > 0 ? [t('more', { count: more })] : []
  return asMessage(
    [title, ...rows.map(({ words }) => words), ...last],
    [
      section(title),
      ...rows.map(({ id, words }, n) => ({
        ...section(words, verbButton('complete', voice)),
        block_id: controlsBlockId(id, n),
      })),
      ...last.map((words) => context(words)),
    ],
  )
}
