import { type Block, context } from '../../../kit/block-kit/index.ts'
import { noteDraft, settleDraft, type UpdateDraft, updateDraftFor } from '../../assistant/index.ts'
import { perform } from '../../incident/index.ts'
import type { Voice } from '../../situation/index.ts'
import { postUpdate } from '../../updates/index.ts'
import { type Command, callerOf, verbForm } from '../command.ts'
import { updateArgument, updateFields, updateSaid } from '../drive/update-fields.ts'
import { whileOpen } from '../verb.ts'
import { statementLink } from './statements.ts'
import { texts } from './texts.ts'

const fields = ['condition', 'action', 'need', 'impact'] as const

/** What is proposed, by field. */
const proposed = (draft: UpdateDraft): Record<string, string> =>
  Object.fromEntries(fields.flatMap((field) => (draft[field] ? [[field, draft[field].words]] : [])))

/** That the form proposes something, and the messages that it rests on; or that there is nothing to propose. */
export function draftNote(draft: UpdateDraft, { locale }: Pick<Voice, 'locale'>): Block[] {
  const t = texts.in(locale)
  const found = fields.flatMap((field) => (draft[field] ? [{ field, statement: draft[field] }] : []))
  if (found.length === 0) return [context(t('draft.nothing'))]
  const sources = found.flatMap(({ field, statement }) => {
    const link = statementLink(statement, locale)
    return link ? [t('draft.source', { field: t(`draft.${field}`), link })] : []
  })
  return [context(t('draft.note')), ...(sources.length > 0 ? [context(sources.join(t('draft.apart')))] : [])]
}

/** The form of an update, filled in with what was said since the last one: whoever sends it has read it. */
export const draftUpdateCommand: Command = {
  verb: 'draft-update',
  label: (locale) => texts.in(locale)('label.draft-update'),
  spoken: {
    ja: ['更新の下書き', '下書きを作る', '状況更新の下書き', '更新の文案'],
    en: ['draft update', 'draft an update', 'draft it', 'propose an update'],
  },
  offered: whileOpen,
  closesAll: true,
  async look(_reader, { world, situation, by }, voice) {
    const t = texts.in(voice.locale)
    const { id } = situation.incident
    const draft = await updateDraftFor(world, id, by)
    const fields = proposed(draft)
    const noted = await noteDraft(world, { incidentId: id, userId: by, purpose: 'update', fields })
    const argument = [updateArgument(situation), ...(noted ? [noted] : [])].join('@')
    const words = { title: t('title.draft-update'), submit: t('submit.draft-update') }
    return verbForm('draft-update', { situation, voice, argument }, words, [
      ...draftNote(draft, voice),
      ...updateFields(situation, voice, fields),
    ])
  },
  async run(world, order, _voice) {
    const [impactBefore = '', id] = (order.argument ?? '').split('@')
    const said = updateSaid({ ...order, argument: impactBefore })
    await perform(world, postUpdate, callerOf(order), order.incidentId, said)
    if (id) await settleDraft(world, { incidentId: order.incidentId, id, by: order.by }, order.values)
    return undefined
  },
}
