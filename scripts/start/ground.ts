import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { type Part, type Plan, StartProblem } from './plan.ts'

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error)

/** Tries to listen, and says with which error code that fails. A machine without IPv6 is no failure. */
const listening = (port: number, host: string): Promise<string | undefined> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error) => {
      const code = codeOf(error)
      resolve(code === 'EAFNOSUPPORT' || code === 'EADDRNOTAVAIL' ? undefined : code)
    })
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)))
  })

const portProblem = async ({ name, port, variable }: Part): Promise<string | undefined> => {
  const code = (await listening(port, '127.0.0.1')) ?? (await listening(port, '::'))
  if (!code) return undefined
  if (code === 'EACCES')
    return `no permission to use port ${port} for the ${name}: set ${variable} to a number above 1023.`
  return (
    `port ${port} (${name}) is taken by another program, maybe another sssbot: end it, or set ${variable} to a free port. / ` +
    `ポート ${port} は使用中です。${variable} で別の番号を指定してください。`
  )
}

/** Step by step, because Node's own `recursive` never returns where the system answers ENOENT forever (below /proc). */
const makeFolder = (folder: string): void => {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder)
}

const folderProblem = (folder: string): string | undefined => {
  const trial = join(folder, `.writable-${process.pid}`)
  try {
    makeFolder(folder)
    writeFileSync(trial, '')
    rmSync(trial)
    return undefined
  } catch (error) {
    return (
      `the data folder ${folder} cannot be written (${codeOf(error)}): make it writable, or set SSSBOT_DATA to another one. / ` +
      'データフォルダーに書き込めません。SSSBOT_DATA で別の場所を指定してください。'
    )
  }
}

/** Looks, before anything starts, for what would stop it half-way. Throws StartProblem with one sentence. */
export const checkGround = async (plan: Plan): Promise<void> => {
  const problem =
    folderProblem(plan.dataFolder) ??
    (await Promise.all(plan.parts.map(portProblem))).find((found) => found !== undefined)
  if (problem) throw new StartProblem(problem)
}
