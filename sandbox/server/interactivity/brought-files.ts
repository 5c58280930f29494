import { extname } from 'node:path'
import { Unable } from '../control/words.ts'
import { wireFile } from '../files/wire-file.ts'
import { newId, newSecret } from '../ids.ts'
import { isObject, type Json, textOf } from '../workspace/json.ts'
import type { StoredFile } from '../workspace/types.ts'
import type { Input } from './element-value.ts'

/** What an input takes where it says nothing. Source: docs.slack.dev/reference/block-kit/block-elements/file-input-element */
const mostFiles = 10

/** A file as the web client sends it: `data:;name=<name>;base64,<bytes>`. */
function inAddress(raw: string): Json | undefined {
  const [, name, base64] = /^data:[^,]*;name=([^;,]*);base64,([A-Za-z0-9+/=]*)$/.exec(raw) ?? []
  return name === undefined ? undefined : { name: decodeURIComponent(name), base64 }
}

/** A file of theirs by its id, or a new one: `{name, content}` (text) or `{name, base64}`, or the client's own form of it. */
function brought(given: unknown, { workspace, person }: Input): StoredFile {
  const named = isObject(given) && typeof given.id === 'string' ? given.id : given
  const raw = (typeof named === 'string' ? inAddress(named) : undefined) ?? named
  if (typeof raw === 'string') {
    const known = workspace.files.get(raw)
    if (!known || known.user !== person.id) throw new Unable('no_such_file', { value: raw })
    return known
  }
  if (!isObject(raw) || textOf(raw.name) === '') throw new Unable('no_such_file', { value: JSON.stringify(raw) })
  const name = textOf(raw.name)
  const bytes = typeof raw.base64 === 'string' ? Buffer.from(raw.base64, 'base64') : Buffer.from(textOf(raw.content))
  const created = workspace.seconds()
  const content = { size: bytes.length, bytes: bytes.toString('base64'), ticket: newSecret(), shares: [] }
  return { id: newId('F'), name, title: name, user: person.id, created, ...content }
}

/** The files that somebody puts into an input, as the app is told of them. Throws Unable in the client's words. */
export function broughtFiles(element: Json, items: readonly unknown[], input: Input): Json[] {
  const types = Array.isArray(element.filetypes) ? element.filetypes.map((each) => String(each).toLowerCase()) : []
  const most = typeof element.max_files === 'number' ? element.max_files : mostFiles
  if (items.length > most) throw new Unable('too_many', { max: String(most) })
  const files = items.map((item) => brought(item, input))
  for (const { name } of files)
    if (types.length > 0 && !types.includes(extname(name).slice(1).toLowerCase()))
      throw new Unable('bad_file_type', { value: types.join(', ') })
  return files.map((file) => {
    const kept = { ...file, in_form: true as const }
    input.workspace.files.set(kept.id, kept)
    input.workspace.fileChanged(kept)
    return { ...wireFile(input.workspace, kept) }
  })
}
