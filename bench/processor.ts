import { readFile } from 'node:fs/promises'

/** The processor time that a process has taken so far, in seconds. Linux counts in hundredths. */
export async function secondsOf(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}
