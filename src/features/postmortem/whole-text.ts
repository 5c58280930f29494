import { type Block, context, plain } from '../../kit/block-kit/index.ts'
import { type Command, closeLabel, verbForm } from '../../rooms/faces/index.ts'
import { draftFrom } from '../../rooms/postmortem/index.ts'
import { texts } from './form-texts.ts'
import { postmortemCommand } from './overview.ts'

/** A section takes 3,000 characters, and a form so much that people can still scroll through. */
const longestPart = 2900
const mostParts = 15

/** The document in parts that a form can show, each ending at the end of a line. */
function partsOf(markdown: string): string[] {
  const parts: string[] = []
  let part = ''
  for (const line of markdown.split('\n')) {
    if (part.length + line.length + 1 > longestPart && part !== '') {
      parts.push(part)
      part = ''
    }
    part += `${line}\n`
  }
  return [...parts, part]
}

/** The whole document, to be read or copied where no repository keeps it. */
export const wholeTextCommand: Command = {
  verb: 'postmortem-text',
  label: (locale) => texts.in(locale)('label.postmortem-text'),
  spoken: {
    ja: ['ポストモーテムの全文', '全文', '全文を読む', 'ポストモーテムを全部読む'],
    en: ['whole text', 'full text', 'whole postmortem', 'read whole text', 'full postmortem'],
    meant: (situation) => (postmortemCommand.offered(situation) ? [{ argument: null }] : []),
  },
  offered: () => false,
  async choices(reader, { incident }, _by, voice) {
    const draft = await draftFrom(reader, voice.settings, incident.id)
    return partsOf(draft?.markdown ?? '').map((text, n) => ({ value: String(n), text }))
  },
  form(situation, voice, _now, _argument, beside) {
    const t = texts.in(voice.locale)
    const parts = beside?.choices ?? []
    const words = { title: t('title.postmortem-text'), close: closeLabel(voice.locale) }
    return verbForm('postmortem-text', { situation, voice }, words, [
      context(t('text.how')),
      ...parts.slice(0, mostParts).map(({ text }): Block => ({ type: 'section', text: plain(text) })),
      ...(parts.length > mostParts ? [context(t('text.cut'))] : []),
    ])
  },
  run: async () => undefined,
}
