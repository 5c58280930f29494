import { actions, button, context, input, type ModalView, textInput } from '../../../kit/block-kit/index.ts'
import { type Letter, type LetterKind, letterFor, letterKinds, noteDraft, settleDraft } from '../../assistant/index.ts'
import { perform } from '../../incident/index.ts'
import { addNote } from '../../record/index.ts'
import type { Situation, Voice } from '../../situation/index.ts'
import { type Command, callerOf, controlsBlockId, textOf, verbActionId, verbForm } from '../command.ts'
import { texts } from './texts.ts'

/** Slack's limit of a plain text input. */
const longest = 3000

const kindOf = (value: string | null | undefined): LetterKind | undefined =>
  letterKinds.find((each) => each === value?.split('@')[0])

/** Which is due: the first before any update, the last once it is recovered. */
function kindDue({ incident, lastUpdate }: Situation): LetterKind {
  if (incident.status !== 'responding') return 'last'
  return lastUpdate ? 'next' : 'first'
}

/** A text for customers to edit, with what is missing of it. `asked`: a button named the kind, and no further buttons stand there. */
export function letterForm(
  { kind, letter, argument, asked }: { kind: LetterKind; letter: Letter; argument: string; asked: boolean },
  situation: Situation,
  voice: Voice,
): ModalView {
  const t = texts.in(voice.locale)
  const { id } = situation.incident
  const others = letterKinds.filter((each) => each !== kind)
  const missing = letter.missing.map((field) => t(`missing.${field}`)).join(t('missing.apart'))
  return verbForm(
    'letter',
    { situation, voice, argument },
    { title: t(`letter.${kind}`), submit: t('submit.letter') },
    [
      context(t('letter.note')),
      ...(missing ? [context(t('letter.missing', { fields: missing }))] : []),
      input({
        id: 'words',
        label: t('field.letter'),
        hint: t('hint.letter'),
        element: textInput({ multiline: true, initial: letter.words.slice(0, longest), max: longest }),
      }),
      ...(asked ? [] : [context(t('letter.others'))]),
      // Slack takes an action id once in a block.
      ...(asked ? [] : others).map((each, n) =>
        actions(controlsBlockId(id, n), [
          button({ actionId: verbActionId('letter'), text: t(`letter.${each}`), value: each }),
        ]),
      ),
    ],
  )
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
  async look(_reader, { world, situation, by, argument }, voice) {
    const asked = kindOf(argument)
    const kind = asked ?? kindDue(situation)
    const incidentId = situation.incident.id
    const letter = await letterFor(world, { incidentId, userId: by, kind }, voice.locale)
    const fields = letter.words ? { words: letter.words.slice(0, longest) } : {}
    const id = await noteDraft(world, { incidentId, userId: by, purpose: `letter:${kind}`, fields })
    const named = [kind, ...(id ? [id] : [])].join('@')
    return letterForm({ kind, letter, argument: named, asked: asked !== undefined }, situation, voice)
  },
  async run(world, order, voice) {
    const kind = kindOf(order.argument) ?? 'first'
    const [, id] = (order.argument ?? '').split('@')
    const t = texts.in(voice.locale)
    const head = t('letter.noted', { kind: t(`letter.${kind}`) })
    const words = `${head}\n${textOf(order.values.words) ?? ''}`.slice(0, longest)
    await perform(world, addNote, callerOf(order), order.incidentId, { words })
    if (id) await settleDraft(world, { incidentId: order.incidentId, id, by: order.by }, order.values)
    return undefined
  },
}
