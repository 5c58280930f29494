import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Check } from './check.ts'
import { root } from './root.ts'

/** A check that is another program: a script of an installed package, run by this Node. It passes where that ends with 0. */
export const tool = (name: string, script: string, args: string[]): Check => ({
  name,
  find: () =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [join(root, 'node_modules', script), ...args], {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}) },
      })
      let output = ''
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (chunk: Buffer) => {
          output += chunk
        })
      }
      child.on('error', reject)
      child.on('close', (code) => resolve(code === 0 ? [] : [output.trim() || `ended with code ${code}`]))
    }),
})
