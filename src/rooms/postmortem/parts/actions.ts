import { inline, link, table } from '../../../kit/markdown/index.ts'
import type { ActionItem } from '../../actions/index.ts'
import type { Document, Reading } from '../document.ts'
import { texts } from '../texts.ts'
import { nameOf } from './words.ts'

/** What is to be done so that it does not happen again: whose, until when, and how far it is. */
export function actionsTable({ actions }: Document, reading: Reading): string {
  const t = texts.in(reading.locale)
  const row = (item: ActionItem): string[] => [
    String(item.n),
    item.title === null ? t('action.gone') : item.issueUrl ? link(item.title, item.issueUrl) : inline(item.title),
    item.kind ? t(`action.kind.${item.kind}`) : '',
    item.owner ? nameOf(item.owner, reading) : t('action.nobody'),
    item.dueOn ?? t('action.no-date'),
    stateOf(item, reading),
  ]
  const heads = ['n', 'title', 'kind', 'owner', 'due', 'state'] as const
  return table(
    heads.map((head) => t(`actions.${head}`)),
    actions.map(row),
  )
}

/** Why it is not done belongs to it. */
function stateOf({ state, reason }: ActionItem, { locale }: Reading): string {
  const t = texts.in(locale)
  const words = t(`action.state.${state}`)
  return state === 'waived' && reason ? t('action.because', { state: words, reason: inline(reason) }) : words
}
