import { listing, sayables } from '../commands/index.ts'
import { declaring } from '../declaration/index.ts'
import type { Verb } from '../faces/index.ts'
import { type Sayable, understand } from '../words/index.ts'
import { finding } from './found.ts'

/** How people ask what they can say. */
export const helping: Sayable = {
  key: 'help',
  phrases: [
    'help',
    'what can i say',
    'what can you do',
    'how to use',
    'usage',
    'commands',
    '?',
    'ヘルプ',
    '使い方',
    '使える言葉',
    '何ができる',
    'コマンド',
    'コマンド一覧',
    '操作一覧',
  ],
  takes: [],
}

/** What only ends or goes on with a response: said alone, it tells of no trouble that could be declared. */
const ofAResponse: ReadonlySet<string> = new Set<Verb>([
  'recover',
  'complete',
  'update',
  'no-change',
  'set-level',
  'hand-over',
  'take-handler',
  'add-todo',
  'timeline',
  'merge',
  'cancel',
])

/** What words mean where no incident is: the list, the help, what was said before, a step of some response, or what is to be declared. */
export type Outside =
  | { is: 'list' }
  | { is: 'help' }
  | { is: 'find'; q: string }
  | { is: 'declare'; summary: string }
  | { is: 'step'; verb: string }

/** Only what says nothing else is the list or the help, and what stands beside the word is looked for: all other words tell what is happening. */
export function wantedOutside(words: string): Outside {
  const [meant, ...others] = understand(words, [listing, helping, declaring, finding])
  if (!meant?.isSure || others.length > 0) {
    const [step, ...more] = understand(words, sayables())
    if (step?.isSure && more.length === 0 && ofAResponse.has(step.key)) return { is: 'step', verb: step.key }
    return { is: 'declare', summary: words.trim() }
  }
  if (meant.key === 'declare') return { is: 'declare', summary: meant.heard.text ?? '' }
  if (meant.key === finding.key) return { is: 'find', q: meant.heard.text ?? '' }
  return { is: meant.key === 'help' ? 'help' : 'list' }
}
