import type { Document } from 'yaml'
import { wellFormed } from '../../../kit/well-formed.ts'
import { settingsSchema } from '../settings.ts'
import type { Problem } from './problem.ts'
import { keysAt } from './schema-keys.ts'

type Data = { ok: true; value: unknown } | { ok: false; message: Problem['message'] }

/** Whether a part is one that a file may have; one that nobody knows is named, empty or not. */
const isPart = (name: string): boolean => keysAt(settingsSchema, []).includes(name)

/**
 * The document as plain data: texts, numbers, lists and tables, each in its own place. A part left empty (`levels:` with all its lines
 * commented out) counts as left out.
 */
export function plainData(document: Document): Data {
  try {
    const value = plain(document.toJS() ?? {}, [])
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return { ok: true, value }
    return {
      ok: true,
      value: Object.fromEntries(Object.entries(value).filter(([name, part]) => part !== null || !isPart(name))),
    }
  } catch (error) {
    if (error instanceof NotPlain) return { ok: false, message: error.words }
    const said = error instanceof Error ? error.message : String(error)
    return {
      ok: false,
      message: { ja: `YAMLの別名 (*) を解決できません: ${said}`, en: `a YAML alias (*) fails: ${said}` },
    }
  }
}

class NotPlain extends Error {
  override name = 'NotPlain'
  readonly words: Problem['message']
  constructor(words: Problem['message']) {
    super(words.en)
    this.words = words
  }
}

/** Throws `NotPlain` for what a tag of YAML makes (`!!binary`, `!!set`), and for what holds itself. `above`: what it stands in. */
function plain(value: unknown, above: readonly unknown[]): unknown {
  if (typeof value === 'string') return wellFormed(value)
  if (typeof value !== 'object' || value === null) return value
  if (above.includes(value))
    throw new NotPlain({
      ja: 'YAMLの別名 (*) が、自分自身を含む場所を指しています。別の名前にするか、内容を書き写してください',
      en: 'a YAML alias (*) stands within what it names — write out what it stands for',
    })
  const within = [...above, value]
  if (Array.isArray(value)) return value.map((each) => plain(each, within))
  if (Object.getPrototypeOf(value) !== Object.prototype)
    throw new NotPlain({
      ja: 'YAMLのタグ（!!binary や !!set など）は使えません。タグなしで書いてください',
      en: 'a tag of YAML (such as !!binary or !!set) cannot be used — write the value without it',
    })
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [wellFormed(key), plain(each, within)]))
}
