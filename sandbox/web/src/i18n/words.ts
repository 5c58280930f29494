import { useWorkspace } from '../state/live.ts'
import { type Language, useChosenLanguage, usePersonId } from '../state/session.ts'
import { en, type Words } from './en.ts'
import { ja } from './ja.ts'

const WORDS: Record<Language, Words> = { ja, en }

/** The language shown: the chosen one, else that of the acted person. */
export function useLanguage(): Language {
  const chosen = useChosenLanguage()
  const id = usePersonId()
  const locale = useWorkspace((workspace) => (id ? workspace.users.get(id)?.locale : undefined))
  return chosen ?? (locale?.startsWith('en') ? 'en' : 'ja')
}

export function useWords(): Words {
  return WORDS[useLanguage()]
}

/** For the moments before there is a workspace. */
export function browserWords(): Words {
  return WORDS[typeof navigator !== 'undefined' && navigator.language.startsWith('ja') ? 'ja' : 'en']
}

/** The sentence for an error's name; what is no known name is a sentence already. */
export function sayError(words: Words, code: string): string {
  return words.errors[code] ?? code
}
