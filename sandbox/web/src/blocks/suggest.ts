import { act } from '../state/act.ts'
import type { Suggestions } from './host.ts'
import type { Option, OptionGroup } from './types.ts'

/** Asks the app for options; an app that does not answer has none to offer. */
export async function askApp(where: Record<string, unknown>): Promise<Suggestions> {
  const answer = await act({ do: 'suggest', ...where }, true)
  if (!answer.ok) return { options: [] }
  // The server passes on options that it has checked.
  if (answer.option_groups) return { groups: answer.option_groups as OptionGroup[] }
  // The sandbox checks what the app answers before it hands it on.
  return { options: (answer.options ?? []) as Option[] }
}
