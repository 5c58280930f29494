import { isDeepStrictEqual } from 'node:util'
import { withDefaults } from './defaults.ts'
import { type Across, isObject } from './rule.ts'

/** Every option of a menu, those of its groups included. */
function optionsOf(menu: Readonly<Record<string, unknown>>): unknown[] {
  const groups = Array.isArray(menu.option_groups) ? menu.option_groups : []
  return [menu, ...groups].flatMap((holder: unknown) =>
    isObject(holder) && Array.isArray(holder.options) ? (holder.options as unknown[]) : [],
  )
}

/** Slack compares what it has made of both, its defaults filled in. */
function stray(menu: Readonly<Record<string, unknown>>, chosen: unknown): boolean {
  const wanted = withDefaults(chosen)
  return !optionsOf(menu).some((one) => isDeepStrictEqual(withDefaults(one), wanted))
}

/** An {@link Across}: what `key` preselects is exactly one of the options: text, description and value alike. */
export const among =
  (key: string): Across =>
  (menu, pointer) =>
    menu[key] !== undefined && stray(menu, menu[key])
      ? [{ pointer: `${pointer}/${key}`, message: 'must exactly match one of the provided options' }]
      : []

/** The same for a list of preselected options. */
export const someAmong =
  (key: string): Across =>
  (menu, pointer) => {
    const chosen: unknown = menu[key]
    if (!Array.isArray(chosen)) return []
    return chosen.flatMap((one, index) =>
      stray(menu, one)
        ? [{ pointer: `${pointer}/${key}/${index}`, message: 'must exactly match one of the provided options' }]
        : [],
    )
  }
