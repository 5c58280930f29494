import { useState } from 'react'
import { createStore, type Store, useStore } from '../state/store.ts'
import { type InputValue, type Place, useBlockHost } from './host.ts'
import { initialValue } from './initial.ts'
import type { InputElement } from './types.ts'

/** What a person has put into inputs, and what was found wrong with it, by block id. */
export type FormEntries = {
  touched: Readonly<Record<string, InputValue>>
  errors: Readonly<Record<string, string>>
}

/** The inputs of a dialog, home or message. Each watches its own entry, so that a letter draws one input anew and not the form. */
export type Form = {
  entries: Store<FormEntries>
  /** What the server holds; undefined leaves it to the element. */
  held(place: Place): InputValue | undefined
}

export function createForm(): Form {
  return { entries: createStore<FormEntries>({ touched: {}, errors: {} }), held: () => undefined }
}

export type Field = { value: InputValue; error: string | undefined; set(value: InputValue): void }

/** An input's own entry: what was put in, else what the server holds, else what the element begins with. */
export function useField(place: Place, element: InputElement): Field {
  const host = useBlockHost()
  const [own] = useState(createForm)
  const form = host.form ?? own
  const key = place.blockId ?? place.actionId
  const touched = useStore(form.entries, (entries) => entries.touched[key])
  const error = useStore(form.entries, (entries) => entries.errors[key])
  return {
    value: touched ?? form.held(place) ?? initialValue(element, host.channel),
    error,
    set: (value) => {
      const entries = form.entries.get()
      const { [key]: _, ...errors } = entries.errors
      // A cleared text is kept as such, or the prefilled one would come back.
      form.entries.set({ touched: { ...entries.touched, [key]: value ?? '' }, errors })
    },
  }
}
