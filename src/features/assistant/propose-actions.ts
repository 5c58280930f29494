import { actions, button, context, type ModalView, section } from '../../kit/block-kit/index.ts'
import { addAction } from '../../rooms/actions/index.ts'
import {
  type ActionProposal,
  actionProposalNamed,
  actionProposalsFor,
  dismissAction,
  noteUse,
  proposalKey,
} from '../../rooms/assistant/index.ts'
import {
  type Command,
  callerOf,
  closeLabel,
  controlsBlockId,
  doing,
  verbActionId,
  verbForm,
} from '../../rooms/faces/index.ts'
import { perform } from '../../rooms/incident/index.ts'
import { oneLine, type Situation, type Voice } from '../../rooms/situation/index.ts'
import { statementWords } from './statements.ts'
import { texts } from './texts.ts'

/** Nobody decides about more at once. */
const mostShown = 8
/** As long as an item's title may be. */
const longestTitle = 200

/** What people asked for in the channel, each with its two answers. */
export function proposedActionsForm(
  proposals: readonly ActionProposal[],
  situation: Situation,
  voice: Voice,
): ModalView {
  const t = texts.in(voice.locale)
  const words = { title: t('title.propose-actions'), close: closeLabel(voice.locale) }
  return verbForm('propose-actions', { situation, voice }, words, [
    ...(proposals.length > 0 ? [context(t('actions.note'))] : [section(t('actions.none'))]),
    ...proposals.slice(0, mostShown).flatMap((each, n) => [
      section(statementWords(each, voice)),
      actions(controlsBlockId(situation.incident.id, n), [
        button({
          actionId: verbActionId('accept-action'),
          text: t('label.accept-action'),
          value: proposalKey(each),
        }),
        button({
          actionId: verbActionId('dismiss-action'),
          text: t('label.dismiss-action'),
          value: proposalKey(each),
        }),
      ]),
    ]),
  ])
}

export const proposeActionsCommand: Command = {
  verb: 'propose-actions',
  label: (locale) => texts.in(locale)('label.propose-actions'),
  spoken: {
    ja: ['アクションの候補', '再発防止の候補', 'アクションアイテムの候補を見る'],
    en: ['suggest actions', 'suggest action items', 'action item suggestions', 'propose actions'],
  },
  offered: ({ incident }) => incident.status !== 'merged' && incident.status !== 'cancelled',
  awaits: () => 'draft-actions',
  async look(_reader, { world, situation, by }, voice) {
    return proposedActionsForm(
      await actionProposalsFor(world, situation.incident.id, by, voice.locale),
      situation,
      voice,
    )
  },
  // The click opens it, and there is nothing to send.
  run: async () => undefined,
}

/** One of them becomes an item, by one tap. */
export const acceptActionCommand: Command = {
  verb: 'accept-action',
  label: (locale) => texts.in(locale)('label.accept-action'),
  spoken: {
    ja: ['候補を追加する', 'この候補を使う'],
    en: ['accept suggestion for an action', 'add suggested action'],
    within: 'propose-actions',
  },
  offered: () => false,
  async run(world, order, { locale }) {
    const { by, incidentId, argument } = order
    const found = await actionProposalNamed(world, { incidentId, userId: by, key: argument ?? '' }, locale)
    const title = [...oneLine(found.words)].slice(0, longestTitle).join('')
    await perform(world, addAction, callerOf(order), incidentId, { title, source: 'postmortem' })
    await noteUse(world, { incidentId, by, purpose: 'action', what: `action:${argument}` })
    return undefined
  },
}

/** One of them is none, and is proposed no more. */
export const dismissActionCommand: Command = {
  ...doing(dismissAction, ({ argument }) => ({ proposal: argument ?? '' })),
  label: (locale) => texts.in(locale)('label.dismiss-action'),
  spoken: {
    ja: ['候補を出さない', 'この候補は不要'],
    en: ['dismiss suggested action', 'not an action'],
    within: 'propose-actions',
  },
  offered: () => false,
}
