import { createStore, useStore } from '../state/store.ts'

/** A question that a person must answer before something happens. */
export type Question = { title: string; text: string; yes: string; no: string; danger: boolean; mrkdwn: boolean }
export type Asked = Question & { answer(yes: boolean): void }

const store = createStore<Asked | undefined>(undefined)

export function useAsked(): Asked | undefined {
  return useStore(store, (asked) => asked)
}

/** Asks, and resolves with the answer; a second question answers the first with no. */
export function ask(question: Question): Promise<boolean> {
  store.get()?.answer(false)
  return new Promise((resolve) => {
    store.set({
      ...question,
      answer: (yes) => {
        store.set(undefined)
        resolve(yes)
      },
    })
  })
}
