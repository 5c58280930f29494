import {
  type Block,
  button,
  actions as buttons,
  context,
  escapeClipped,
  person,
  section,
} from '../../kit/block-kit/index.ts'
import type { ActionItem } from '../../rooms/actions/index.ts'
import {
  actionFacts,
  actionTitle,
  type Command,
  closeLabel,
  controlsBlockId,
  issueTrouble,
  verbActionId,
  verbForm,
} from '../../rooms/faces/index.ts'
import { oneLine, type Situation, type Voice } from '../../rooms/situation/index.ts'
import { texts } from './form-texts.ts'

/** A form has 100 blocks at most; each open item takes two, each closed one takes one. */
const mostOpen = 30
const mostClosed = 30

/** All action items of an incident, with what can be done about each: whether it is over or archived does not matter. */
export const actionsCommand: Command = {
  verb: 'actions',
  label: (locale) => texts.in(locale)('label.actions'),
  spoken: {
    ja: ['アクションアイテム', 'アクションアイテムを見る', 'アクション一覧', '再発防止', '再発防止策', '改善項目'],
    en: ['actions', 'action items', 'show action items', 'list actions', 'follow-ups', 'follow ups'],
  },
  offered: () => true,
  form(situation, voice) {
    const t = texts.in(voice.locale)
    const { incident, actions } = situation
    const open = actions.filter(({ state }) => state === 'open')
    const closed = actions.filter(({ state }) => state !== 'open')
    const more = Math.max(0, open.length - mostOpen) + Math.max(0, closed.length - mostClosed)
    const emoji = emojiOf(voice)
    const words = { title: t('title.actions'), close: closeLabel(voice.locale) }
    return verbForm('actions', { situation, voice }, words, [
      ...(actions.length === 0 ? [section(t('list.none', { emoji }))] : []),
      ...open.slice(0, mostOpen).flatMap((item, n) => openRows(item, n, situation, voice)),
      ...closed.slice(-mostClosed).map(
        (item, n): Block => ({
          ...section(rowText(item, voice), verbButtonOf('change-action', item, voice)),
          block_id: controlsBlockId(incident.id, mostOpen + n),
        }),
      ),
      ...(more > 0 ? [context(t('list.more', { count: more }))] : []),
      buttons(controlsBlockId(incident.id, mostOpen + mostClosed), [
        button({ actionId: verbActionId('add-action'), text: t('label.add-action') }),
      ]),
      ...(actions.length > 0 ? [context(t('list.how', { emoji }))] : []),
    ])
  },
  // The click opens the list, and there is nothing to send.
  run: async () => undefined,
}

function openRows(item: ActionItem, n: number, { incident }: Situation, voice: Voice): Block[] {
  return [
    section(rowText(item, voice)),
    buttons(controlsBlockId(incident.id, n), [
      verbButtonOf('done-action', item, voice),
      verbButtonOf('change-action', item, voice),
      verbButtonOf('move-action', item, voice),
      verbButtonOf('waive-action', item, voice),
    ]),
  ]
}

const verbButtonOf = (
  verb: 'done-action' | 'change-action' | 'move-action' | 'waive-action',
  { id }: ActionItem,
  voice: Voice,
) => button({ actionId: verbActionId(verb), text: texts.in(voice.locale)(`label.${verb}`), value: id })

const rowText = (item: ActionItem, voice: Voice): string =>
  [
    actionTitle(item, voice, 300),
    actionFacts(item, voice, person),
    ...issueTrouble(item, voice),
    ...(item.reason ? [`> ${escapeClipped(oneLine(item.reason), 300)}`] : []),
  ].join('\n')

/** The emoji that makes an action item of a message. */
function emojiOf({ settings }: Voice): string {
  const name = Object.entries(settings.record.reactions).find(([, kind]) => kind === 'action')?.[0]
  return name ? `:${name}:` : '—'
}
