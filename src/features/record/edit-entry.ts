import {
  clip,
  context,
  dateTimeInput,
  escapeClipped,
  fieldActionId,
  input,
  type ModalView,
  option,
  section,
  select,
  textInput,
} from '../../kit/block-kit/index.ts'
import {
  type Command,
  callerOf,
  momentOf,
  reasonLabel,
  textOf,
  timelineTelling,
  verbForm,
} from '../../rooms/faces/index.ts'
import { Refusal } from '../../rooms/facts/index.ts'
import { perform } from '../../rooms/incident/index.ts'
import {
  editEntry,
  type Telling,
  type TimelineEntry,
  tellEntry,
  tellOriginal,
  timelineOf,
} from '../../rooms/record/index.ts'
import { type Situation, situationOf, type Voice, when } from '../../rooms/situation/index.ts'
import { texts } from './form-texts.ts'

/** An entry of the timeline is one line for people; a field of a form takes no more than this. */
const longestWords = 3000
const mostChanges = 5

/** An entry as it reads, to be put right; what it said first and who changed it since stands above. */
export function editEntryForm(entry: TimelineEntry, telling: Telling, situation: Situation, voice: Voice): ModalView {
  const t = texts.in(voice.locale)
  const words = { title: t('title.edit-entry'), submit: t('submit.edit-entry') }
  const original = escapeClipped(tellOriginal(entry, telling), 500)
  return verbForm('edit-entry', { situation, voice, argument: entry.key }, words, [
    ...(entry.edits.length > 0
      ? [section(t('edit-entry.original', { when: when(entry.originalAt, voice), words: original }))]
      : []),
    ...entry.edits.slice(-mostChanges).map(({ at, by, reason }) =>
      context(
        t('edit-entry.change', {
          when: when(at, voice),
          who: escapeClipped(telling.names.get(by) ?? by, 80),
          reason: escapeClipped(reason ?? '—', 300),
        }),
      ),
    ),
    input({ id: 'at', label: t('field.entry-at'), element: dateTimeInput(entry.at) }),
    input({
      id: 'words',
      label: t('field.entry-words'),
      hint: t('hint.entry-words'),
      optional: true,
      element: textInput({ multiline: true, max: longestWords, initial: tellEntry(entry, telling) }),
    }),
    input({
      id: 'shown',
      label: t('field.entry-shown'),
      element: select({
        actionId: fieldActionId,
        options: [option('shown', t('option.shown')), option('hidden', t('option.hidden'))],
        initial: entry.hidden ? 'hidden' : 'shown',
      }),
    }),
    input({
      id: 'reason',
      label: reasonLabel(voice.locale),
      hint: t('hint.entry-reason'),
      element: textInput({ max: 1000 }),
    }),
  ])
}

export const editEntryCommand: Command = {
  verb: editEntry.name,
  does: editEntry,
  puts: 'right',
  label: (locale) => texts.in(locale)('label.edit-entry'),
  spoken: {
    ja: ['タイムラインを直す', 'タイムラインを編集する', '記録を直す', '記録を消す'],
    en: ['edit timeline', 'fix timeline', 'correct timeline', 'edit entry', 'hide entry'],
    within: 'timeline',
  },
  // A button of each entry: no menu can name one.
  offered: () => false,
  async look(reader, { situation, argument }, voice) {
    const entries = await timelineOf(reader, situation.incident.id, { withHidden: true })
    const entry = entries.find(({ key }) => key === argument)
    if (!entry) throw new Refusal('entry-unknown')
    return editEntryForm(entry, await timelineTelling(reader, [entry], [], situation, voice), situation, voice)
  },
  async run(world, order, voice) {
    const { incidentId, values, argument } = order
    const { read } = world.db
    const situation = await situationOf(read, incidentId)
    const entry = (await timelineOf(read, incidentId, { withHidden: true })).find(({ key }) => key === argument)
    if (!situation || !entry) throw new Refusal('entry-unknown')
    const telling = await timelineTelling(read, [entry], [], situation, voice)
    await perform(world, editEntry, callerOf(order), incidentId, {
      entry: entry.key,
      at: momentOf(values.at)?.toISOString(),
      words: changeOf(textOf(values.words), tellEntry(entry, telling), tellOriginal(entry, telling)),
      shown: textOf(values.shown) === 'hidden' ? 'hidden' : 'shown',
      reason: textOf(values.reason) ?? '',
    })
    return undefined
  },
}

/** What was not touched stays; what is emptied, or says what it said first, is the original again. */
function changeOf(said: string | null, shown: string, original: string): string | null | undefined {
  if (said === clip(shown, longestWords)) return undefined
  return said === null || said.trim() === '' || said === clip(original, longestWords) ? null : said
}
