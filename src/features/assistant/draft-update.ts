import { actions, type Block, button, context, section } from '../../kit/block-kit/index.ts'
import type { Locale } from '../../kit/i18n/index.ts'
import {
  noteDraft,
  type Statement,
  settleDraft,
  type UpdateDraft,
  updateDraftFor,
} from '../../rooms/assistant/index.ts'
import { type Command, callerOf, controlsBlockId, verbActionId, verbForm, whileOpen } from '../../rooms/faces/index.ts'
import { Refusal } from '../../rooms/facts/index.ts'
import { perform } from '../../rooms/incident/index.ts'
import type { Voice } from '../../rooms/situation/index.ts'
import { postUpdate } from '../../rooms/updates/index.ts'
import { updateArgument, updateFields, updateSaid } from '../updates/index.ts'
import { statementLink, statementWords } from './statements.ts'
import { texts } from './texts.ts'

const fields = ['condition', 'action', 'need', 'impact'] as const

/** What is proposed, by field. */
const proposed = (draft: UpdateDraft): Record<string, string> =>
  Object.fromEntries(fields.flatMap((field) => (draft[field] ? [[field, draft[field].words]] : [])))

type Shown = { field: (typeof fields)[number]; statement: Statement }

const shownOf = (draft: UpdateDraft): Shown[] =>
  fields.flatMap((field) => (draft[field] ? [{ field, statement: draft[field] }] : []))

/** The messages that a draft rests on, by field; nothing where none of their addresses is known. */
function sourcesOf(found: readonly Shown[], locale: Locale): Block[] {
  const t = texts.in(locale)
  const sources = found.flatMap(({ field, statement }) => {
    const link = statementLink(statement, locale)
    return link ? [t('draft.source', { field: t(`draft.${field}`), link })] : []
  })
  return sources.length > 0 ? [context(sources.join(t('draft.apart')))] : []
}

/** That the form proposes something, and the messages that it rests on; or that there is nothing to propose. */
export function draftNote(
  draft: UpdateDraft,
  { locale }: Pick<Voice, 'locale'>,
  by: 'record' | 'model' = 'record',
): Block[] {
  const t = texts.in(locale)
  const found = shownOf(draft)
  if (found.length === 0) return [context(t('draft.nothing'))]
  return [context(t(by === 'model' ? 'draft.note.model' : 'draft.note')), ...sourcesOf(found, locale)]
}

/** What a model drafted meanwhile, to read; it comes into the fields by a press, and what somebody is writing stays until then. */
export function modelsDraft(draft: UpdateDraft, incidentId: string, id: string, voice: Voice): Block[] {
  const t = texts.in(voice.locale)
  const lines = shownOf(draft).map(
    ({ field, statement }) => `• ${t(`draft.${field}`)}: ${statementWords(statement, voice)}`,
  )
  const use = { actionId: verbActionId('draft-update'), text: t('draft.use'), value: `${ofModel}@${id}` }
  return [
    section([`*${t('draft.model')}*`, ...lines].join('\n')),
    actions(controlsBlockId(incidentId), [button(use)]),
    context(t('draft.checked')),
  ]
}

/** Begins the argument of the button that takes a model's draft over; `@` and how the form names what it proposed before. */
const ofModel = 'model'

const isOfModel = (argument: string | null): boolean => argument?.split('@')[0] === ofModel

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
  awaits: () => 'draft-update',
  replaces: isOfModel,
  async look(_reader, { world, situation, by, argument: asked }, voice) {
    const t = texts.in(voice.locale)
    const { id } = situation.incident
    const { quoted, written } = await updateDraftFor(world, id, by, voice.locale)
    if (isOfModel(asked) && !written) throw new Refusal('proposal-gone')
    const taken = isOfModel(asked) ? written : null
    const fields = proposed(taken ?? quoted)
    // Drawn again it proposes in place of what it proposed before.
    const before = asked?.split('@')[1] || undefined
    const noted = await noteDraft(world, { incidentId: id, userId: by, purpose: 'update', fields }, before)
    const argument = [updateArgument(situation), ...(noted ? [noted] : [])].join('@')
    const words = { title: t('title.draft-update'), submit: t('submit.draft-update') }
    return verbForm('draft-update', { situation, voice, argument }, words, [
      ...(written && !taken ? modelsDraft(written, id, noted ?? '', voice) : []),
      ...draftNote(taken ?? quoted, voice, taken ? 'model' : 'record'),
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
