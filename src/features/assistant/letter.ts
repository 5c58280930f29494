import {
  actions,
  type Block,
  button,
  context,
  escapeClipped,
  input,
  type ModalView,
  section,
  textInput,
} from '../../kit/block-kit/index.ts'
import {
  type Letter,
  type LetterKind,
  type LetterProse,
  letterFor,
  letterKinds,
  noteDraft,
  settleDraft,
} from '../../rooms/assistant/index.ts'
import { type Command, callerOf, controlsBlockId, textOf, verbActionId, verbForm } from '../../rooms/faces/index.ts'
import { Refusal } from '../../rooms/facts/index.ts'
import { perform } from '../../rooms/incident/index.ts'
import { addNote } from '../../rooms/record/index.ts'
import type { Situation, Voice } from '../../rooms/situation/index.ts'
import { texts } from './texts.ts'

/** Slack's limit of a plain text input. */
const longest = 3000

const kindOf = (value: string | null | undefined): LetterKind | undefined => letterKinds.find((each) => each === value)

/** Which is due: the first before any update, the last once it is recovered. */
function kindDue({ incident, lastUpdate }: Situation): LetterKind {
  if (incident.status !== 'responding') return 'last'
  return lastUpdate ? 'next' : 'first'
}

/**
 * What a form of a letter carries along: its kind, how it names what it proposed, and whether it has buttons for the other kinds or a model's
 * sentences in it.
 */
type Asked = { kind: LetterKind | undefined; id: string | undefined; hasOthers: boolean; isOfModel: boolean }

const askedBy = (argument: string | null): Asked => {
  const [kind, id, ...marks] = (argument ?? '').split('@')
  return {
    kind: kindOf(kind),
    id: id || undefined,
    hasOthers: !argument || marks.includes('others'),
    isOfModel: marks.includes('model'),
  }
}

const argumentOf = ({ kind, id, hasOthers, isOfModel }: Asked): string =>
  [kind, id ?? '', ...(hasOthers ? ['others'] : []), ...(isOfModel ? ['model'] : [])].join('@')

type Shown = { letter: Letter; asked: Asked & { kind: LetterKind }; written: LetterProse | null }

/** A text for customers to edit, with what is missing of it, and what a model wrote for it meanwhile. */
export function letterForm({ letter, asked, written }: Shown, situation: Situation, voice: Voice): ModalView {
  const t = texts.in(voice.locale)
  const { id } = situation.incident
  const { kind, hasOthers, isOfModel } = asked
  const others = letterKinds.filter((each) => each !== kind)
  const missing = letter.missing.map((field) => t(`missing.${field}`)).join(t('missing.apart'))
  return verbForm(
    'letter',
    { situation, voice, argument: argumentOf(asked) },
    { title: t(`letter.${kind}`), submit: t('submit.letter') },
    [
      ...(written ? modelsLetter(written, asked, situation, voice) : []),
      context(t(isOfModel ? 'letter.note.model' : 'letter.note')),
      ...(missing ? [context(t('letter.missing', { fields: missing }))] : []),
      input({
        id: 'words',
        label: t('field.letter'),
        hint: t('hint.letter'),
        element: textInput({ multiline: true, initial: letter.words.slice(0, longest), max: longest }),
      }),
      ...(hasOthers ? [context(t('letter.others'))] : []),
      // Slack takes an action id once in a block.
      ...(hasOthers ? others : []).map((each, n) =>
        actions(controlsBlockId(id, n), [
          button({ actionId: verbActionId('letter'), text: t(`letter.${each}`), value: each }),
        ]),
      ),
    ],
  )
}

/** What a model wrote, to read; it comes into the letter by a press, and what somebody is writing stays until then. */
function modelsLetter({ impact, note }: LetterProse, asked: Asked, { incident }: Situation, voice: Voice): Block[] {
  const t = texts.in(voice.locale)
  const line = (name: string, words: string | null) => (words ? [`• ${name}: ${escapeClipped(words, 500)}`] : [])
  const lines = [...line(t('draft.impact'), impact), ...line(t('missing.recovery_note'), note)]
  const value = argumentOf({ ...asked, isOfModel: true })
  return [
    section([`*${t('draft.model')}*`, ...lines].join('\n')),
    actions(controlsBlockId(incident.id, 90), [
      button({ actionId: verbActionId('letter'), text: t('draft.use'), value }),
    ]),
    context(t('letter.checked')),
  ]
}

/** A notice for customers or the account of an incident, only from what was written for outside. Sent elsewhere, it is noted here. */
export const letterCommand: Command = {
  verb: 'letter',
  label: (locale) => texts.in(locale)('label.letter'),
  spoken: {
    ja: ['お客様向け文面', '障害報告書', 'お客様への案内', '顧客向け通知', '第一報の文面', 'お知らせの下書き'],
    en: ['customer notice', 'notice', 'draft a notice', 'incident report', 'draft for customers', 'public statement'],
  },
  offered: () => true,
  closesAll: true,
  awaits: () => 'draft-letter',
  replaces: (argument) => askedBy(argument).isOfModel,
  async look(_reader, { world, situation, by, argument }, voice) {
    const asked = askedBy(argument)
    const kind = asked.kind ?? kindDue(situation)
    const incidentId = situation.incident.id
    const { quoted, written } = await letterFor(world, { incidentId, userId: by, kind }, voice.locale)
    if (asked.isOfModel && !written) throw new Refusal('proposal-gone')
    const letter = (asked.isOfModel && written?.letter) || quoted
    const fields = letter.words ? { words: letter.words.slice(0, longest) } : {}
    // Drawn anew it proposes in place of what it proposed before.
    const id = await noteDraft(world, { incidentId, userId: by, purpose: `letter:${kind}`, fields }, asked.id)
    const prose = asked.isOfModel ? null : (written?.prose ?? null)
    return letterForm({ letter, asked: { ...asked, kind, id }, written: prose }, situation, voice)
  },
  async run(world, order, voice) {
    const { kind = 'first', id } = askedBy(order.argument)
    const t = texts.in(voice.locale)
    const head = t('letter.noted', { kind: t(`letter.${kind}`) })
    const words = `${head}\n${textOf(order.values.words) ?? ''}`.slice(0, longest)
    await perform(world, addNote, callerOf(order), order.incidentId, { words })
    if (id) await settleDraft(world, { incidentId: order.incidentId, id, by: order.by }, order.values)
    return undefined
  },
}
