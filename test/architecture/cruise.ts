import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root: string = fileURLToPath(new URL('../..', import.meta.url))

/** What dependency-cruiser saw, as far as these tests read it. */
export type Cruise = {
  modules: { source: string; dependencies: { resolved: string; dependencyTypes: string[] }[] }[]
  summary: { totalCruised: number; violations: { from: string; to: string; rule: { name: string } }[] }
}

/** Runs dependency-cruiser with the project's rules on the given folders below `cwd`, as `npm run check` does. */
export const cruise = (cwd: string, folders: string[]): Promise<Cruise> =>
  new Promise((resolve, reject) => {
    const tool = `${root}node_modules/dependency-cruiser/bin/dependency-cruiser.mjs`
    const args = [tool, '--config', `${root}.dependency-cruiser.mjs`, '--output-type', 'json', ...folders]
    execFile(process.execPath, args, { cwd, maxBuffer: 256 * 1024 * 1024 }, (error, stdout, stderr) => {
      // With violations it ends with their number, and stdout holds the report all the same.
      if (stdout.startsWith('{')) resolve(JSON.parse(stdout))
      else reject(new Error(`dependency-cruiser gave no report: ${stderr}`, { cause: error }))
    })
  })
