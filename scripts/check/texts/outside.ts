import { lineAt, parse, walk } from '../syntax.ts'
import type { Source } from './declared.ts'

/** Kana and kanji; marks between words are no words. */
const japanese = /[\u3041-\u3096\u30A1-\u30FA\u4E00-\u9FFF]/

/** Where Japanese may stand in the code itself, by the beginning of the path, and why it is no text of `texts.ts`. */
export const excused: Readonly<Record<string, string>> = {
  'src/rooms/words/': 'what people say to the bot',
  'src/rooms/talk/found.ts': 'what people say to the bot',
  'src/rooms/talk/outside.ts': 'what people say to the bot',
  'src/rooms/declaration/spoken.ts': 'what people say to the bot',
  'src/rooms/todos/parse-todo.ts': 'what people say to the bot',
  'src/features/record/moments.ts': 'what people say to the bot',
  'src/rooms/assistant/extract/': 'how people write of what happens',
  'src/rooms/assistant/prose/': 'what a language model is told',
  'src/rooms/models/': 'what a language model is told, and how numbers are written',
  'src/rooms/postmortem/lint/': 'how people are named',
  'src/rooms/postmortem/templates/': 'documents as a whole, one file for both languages',
  'src/rooms/settings/':
    'defaults that a company replaces, the schema’s descriptions, and what is wrong with the file: both languages side by side',
  'src/rooms/paging/secrets.ts': 'of the settings file, both languages side by side',
  'src/edges/settings-file.ts': 'of the settings file, both languages side by side',
  'src/edges/http/github-webhook.ts': 'one line in both languages: GitHub says no language',
  'src/kit/db/': 'at the start, before a language is known: both in one line',
  'src/doctor/trial/': 'what is posted to see whether it comes through',
}

/** Words for people that stand in the code and not among the texts, as `path:line: what`; nor an excuse that is needed no more. */
export function wordsOutside(
  sources: readonly Source[],
  excuses: Readonly<Record<string, string>> = excused,
): string[] {
  const needed = new Set<string>()
  const found = sources.flatMap(({ path, text }) => {
    if (!japanese.test(text)) return []
    const lines: string[] = []
    walk(parse(path, text).program, (node, around) => {
      const words = node.type === 'TemplateElement' ? node.value.raw : node.type === 'Literal' ? node.value : ''
      if (typeof words !== 'string' || !japanese.test(words)) return
      const isText = around.some(
        (each) =>
          (each.type === 'CallExpression' && each.callee.type === 'Identifier' && each.callee.name === 'defineTexts') ||
          // What people may say for a command stands beside it.
          (each.type === 'Property' && each.key.type === 'Identifier' && each.key.name === 'spoken'),
      )
      if (isText) return
      const excuse = Object.keys(excuses).find((beginning) => path.startsWith(beginning))
      if (excuse) needed.add(excuse)
      else lines.push(`${path}:${lineAt(text, node.start)}: “${words.slice(0, 40)}” belongs into a texts.ts`)
    })
    return lines
  })
  return [
    ...found,
    ...Object.keys(excuses).flatMap((each) => (needed.has(each) ? [] : [`${each}: needs no excuse any more`])),
  ]
}
