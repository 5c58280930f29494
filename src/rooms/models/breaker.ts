/** After so many failures in a row a model is left alone. */
const mostFailures = 5
/** For so long at first, in milliseconds; then twice as long each time, to the longest. */
const firstPauseMs = 60_000
const longestPauseMs = 15 * 60_000

/** Leaves a model alone that fails again and again, and tries it once when the pause is over. Per process: each replica finds out by itself. */
export type Breaker = {
  /** Whether the model may be asked; of many who ask after a pause only the first. */
  mayAsk(model: string, now: Date): boolean
  /** Whether it is left alone now; asking this changes nothing. */
  rests(model: string, now: Date): boolean
  note(model: string, isWell: boolean, now: Date): void
}

type State = { failures: number; openUntil: number; isTrying: boolean }

export function createBreaker(): Breaker {
  const states = new Map<string, State>()
  const stateOf = (model: string): State => {
    const state = states.get(model) ?? { failures: 0, openUntil: 0, isTrying: false }
    states.set(model, state)
    return state
  }
  const rests = (model: string, now: Date): boolean => {
    const { failures, isTrying, openUntil } = stateOf(model)
    return failures >= mostFailures && (isTrying || now.getTime() < openUntil)
  }
  return {
    rests,
    mayAsk(model, now) {
      if (rests(model, now)) return false
      const state = stateOf(model)
      state.isTrying = state.failures >= mostFailures
      return true
    },
    note(model, isWell, now) {
      const state = stateOf(model)
      state.isTrying = false
      state.failures = isWell ? 0 : state.failures + 1
      const over = state.failures - mostFailures
      if (over >= 0) state.openUntil = now.getTime() + Math.min(firstPauseMs * 2 ** Math.min(over, 10), longestPauseMs)
    },
  }
}
