import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { z } from 'zod'
import { SetupError } from '../../src/kit/db/index.ts'

/**
 * The file that export writes and import reads: lines of JSON, compressed with gzip. First a head, then for each table its
 * name and columns followed by its rows (each value as PostgreSQL's text, or null), last an end that counts the rows.
 */
export const head = z.object({ sssbot: z.literal('export'), version: z.int(), exportedAt: z.iso.datetime() })
export const tableLine = z.object({ table: z.string(), columns: z.array(z.string()) })
export const rowLine = z.array(z.string().nullable())
export const end = z.object({ end: z.literal(true), rows: z.int() })

export type Head = z.infer<typeof head>
export type Line = Head | z.infer<typeof tableLine> | z.infer<typeof rowLine> | z.infer<typeof end>

/** Writes `lines` to `path`, under another name until it is whole. Throws a SetupError when it cannot be written. */
export async function writeBundle(path: string, lines: AsyncIterable<Line>): Promise<void> {
  const unfinished = `${path}.unfinished`
  const text = async function* () {
    for await (const line of lines) yield `${JSON.stringify(line)}\n`
  }
  try {
    await pipeline(Readable.from(text()), createGzip(), createWriteStream(unfinished, { mode: 0o600 }))
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw fileProblem(error, `${path} cannot be written`)
  }
}

/** Reads the lines of `path` one by one. Throws a SetupError for a file that is none of ours, or is damaged. */
export async function* readBundle(path: string): AsyncGenerator<unknown> {
  const file = createReadStream(path)
  const text = createGunzip().setEncoding('utf8')
  file.on('error', (error) => text.destroy(error))
  try {
    let rest = ''
    for await (const chunk of file.pipe(text)) {
      const lines = `${rest}${String(chunk)}`.split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) yield JSON.parse(line) as unknown
    }
    if (rest) yield JSON.parse(rest) as unknown
  } catch (error) {
    if (error instanceof SyntaxError) throw new SetupError(`${path} is not an export, or is damaged`)
    throw fileProblem(error, `${path} cannot be read`)
  } finally {
    file.destroy()
  }
}

function fileProblem(error: unknown, what: string): unknown {
  // Node gives the errors of files and pipes a code; what has none has an empty one here.
  const code = (error as NodeJS.ErrnoException).code ?? ''
  // Errors of the file or of the compression: those of the database pass as they are.
  return /^(E[A-Z]+|Z_[A-Z_]+)$/.test(code) ? new SetupError(`${what} (${code})`) : error
}
