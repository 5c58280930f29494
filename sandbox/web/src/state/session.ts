import type { User } from '../../../protocol.ts'
import { createStore, useStore } from './store.ts'

export type Language = 'ja' | 'en'

const PERSON = 'sandbox.person'
const LANGUAGE = 'sandbox.language'
const HINT = 'sandbox.hint-dismissed'
const SWITCHED = 'sandbox.has-switched'

// A tab keeps its own person, so that two tabs can talk with each other; a new tab starts as the last one chosen.
const person = createStore<string | undefined>(
  sessionStorage.getItem(PERSON) ?? localStorage.getItem(PERSON) ?? undefined,
)
const language = createStore<Language | undefined>(readLanguage())
const hintDismissed = createStore(localStorage.getItem(HINT) === 'yes')
const hasSwitched = createStore(localStorage.getItem(SWITCHED) === 'yes')

/** The id of the person this tab acts as, if one was chosen before. */
export function usePersonId(): string | undefined {
  return useStore(person, (id) => id)
}

export function personNow(): string | undefined {
  return person.get()
}

export function actAs(id: string): void {
  sessionStorage.setItem(PERSON, id)
  localStorage.setItem(PERSON, id)
  person.set(id)
}

/** As `actAs`, by a person's own choice: they know now that they can. */
export function becomeAnother(id: string): void {
  localStorage.setItem(SWITCHED, 'yes')
  hasSwitched.set(true)
  actAs(id)
}

export function useHasSwitched(): boolean {
  return useStore(hasSwitched, (value) => value)
}

/** Follows `?as=handle` of the address once, so that a link can name the person. Falls back to the first person who can act. */
export function settlePerson(users: ReadonlyMap<string, User>, search: string): void {
  const people = [...users.values()].filter((user) => !user.is_bot && !user.deleted)
  const asked = new URLSearchParams(search).get('as')
  const chosen =
    people.find((user) => user.name === asked || user.id === asked) ??
    people.find((user) => user.id === person.get()) ??
    people.find((user) => !user.is_restricted)
  if (chosen && (chosen.id !== person.get() || asked)) actAs(chosen.id)
}

/** The language that was chosen by hand; without one, the acted person's locale decides. */
export function useChosenLanguage(): Language | undefined {
  return useStore(language, (value) => value)
}

export function chooseLanguage(value: Language): void {
  localStorage.setItem(LANGUAGE, value)
  language.set(value)
}

export function useHintDismissed(): boolean {
  return useStore(hintDismissed, (value) => value)
}

export function dismissHint(): void {
  localStorage.setItem(HINT, 'yes')
  hintDismissed.set(true)
}

function readLanguage(): Language | undefined {
  const stored = localStorage.getItem(LANGUAGE)
  return stored === 'ja' || stored === 'en' ? stored : undefined
}
