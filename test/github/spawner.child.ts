import { execFile } from 'node:child_process'

/** One command of git. */
export type Wanted = { id: number; args: string[]; env: Record<string, string>; input: Uint8Array | string }

/** How it ended: `error` where it failed. */
export type Ended = { id: number; stdout: Uint8Array; error?: string }

process.on('message', ({ id, args, env, input }: Wanted) => {
  const child = execFile('git', args, { env, encoding: 'buffer', maxBuffer: 1 << 26 }, (error, stdout) => {
    const ended: Ended = { id, stdout, ...(error ? { error: error.message } : {}) }
    process.send?.(ended)
  })
  // A command that reads nothing may be gone before it is given nothing.
  child.stdin?.on('error', () => {})
  child.stdin?.end(input)
})
