import { escapeClipped } from '../../kit/block-kit/index.ts'
import type { Locale } from '../../kit/i18n/index.ts'
import type { Statement } from '../../rooms/assistant/index.ts'
import { oneLine, type Voice } from '../../rooms/situation/index.ts'
import { texts } from './texts.ts'

/** As much as one row of a form holds on a telephone. */
const longest = 300

/** The link to the message that a sentence rests on; undefined where its address is not known. */
export function statementLink({ sources }: Pick<Statement, 'sources'>, locale: Locale): string | undefined {
  const [link] = sources.flatMap((source) => (source.is === 'message' && source.permalink ? [source.permalink] : []))
  return link && `<${link}|${texts.in(locale)('link')}>`
}

/** A sentence with the link to the message that it rests on, where its address is known. */
export function statementWords(statement: Pick<Statement, 'words' | 'sources'>, { locale }: Voice): string {
  const link = statementLink(statement, locale)
  return [escapeClipped(oneLine(statement.words), longest), link].filter(Boolean).join(' ')
}

/** Several, a line each; one alone is no list. `among`: how many there are in all, where these are a part of them. */
export const statementList = (statements: readonly Statement[], voice: Voice, among = statements.length): string =>
  statements.map((each) => `${among > 1 ? '• ' : ''}${statementWords(each, voice)}`).join('\n')
