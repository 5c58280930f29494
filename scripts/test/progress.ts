import { duration } from './duration.ts'

/** Where progress is shown; `process.stdout` is one. */
export type Output = { write: (text: string) => unknown; isTTY?: boolean; columns?: number }

/** How far a run is. */
export type Progress = { files: number; filesDone: number; passed: number; failed: number; ms: number; now: string }

/** Without a terminal a line cannot be overwritten: one in this many milliseconds is enough. */
const everyMs = 15_000
const everyMsOnTerminal = 1000

/** One line that tells how far the run is. */
export const progressLine = ({ files, filesDone, passed, failed, ms, now }: Progress): string =>
  [`${filesDone}/${files} files`, `${passed} passed`, `${failed} failed`, duration(ms), ...(now ? [now] : [])].join(
    ' · ',
  )

/**
 * Shows how far a run is: one living line on a terminal, elsewhere (CI) a line now and then. `above` writes lasting
 * lines over it.
 */
export const showProgress = (output: Output, look: () => Progress) => {
  const living = output.isTTY === true
  const clear = () => living && output.write('\r\x1b[2K')
  // The cursor goes back to the first column, so that what anybody else writes begins a line.
  const draw = () => living && output.write(`\x1b[2K${progressLine(look()).slice(0, (output.columns ?? 80) - 1)}\r`)
  const tick = () => (living ? draw() : output.write(`${progressLine({ ...look(), now: '' })}\n`))
  const timer = setInterval(tick, living ? everyMsOnTerminal : everyMs)
  timer.unref()
  return {
    draw,
    above: (write: () => void) => {
      clear()
      write()
      draw()
    },
    end: () => {
      clearInterval(timer)
      clear()
    },
  }
}
