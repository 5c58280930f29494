/** After so many failures in a row a model is left alone. */
const mostFailures = 5
/** For so long at first, in milliseconds; then twice as long each time, to the longest. */
const firstPauseMs = 60_000
const longestPauseMs = 15 * 60_000

/** Leaves a model alone that fails again and again, and tries it once when the pause is over. Per process: each replica finds out by itself. */
export type Breaker = {
  /** Whether the model may be asked; of many who ask after a pause only the first. */
  mayAsk(model: string, now: Date): boolean
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
  return {
    mayAsk(model, now) {
      const state = stateOf(model)
      if (state.failures < mostFailures) return true
      if (state.isTrying || now.getTime() < state.openUntil) return false
      state.isTrying = true
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
