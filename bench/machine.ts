import { cpus, loadavg, totalmem } from 'node:os'

/** What the numbers were taken on, in one line. The load is that of the moment of asking. */
export function machine(): string {
  const [first] = cpus()
  const [load = 0] = loadavg()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${cpus().length} × ${first?.model.trim() || 'unknown CPU'}, ${memory} GiB, Node ${process.versions.node}, load ${load.toFixed(1)}`
}
