import type { Models } from '../../kit/models/index.ts'
import { type Breaker, createBreaker } from './breaker.ts'

/** How many questions are under way, so that no more are than the settings allow. */
export type Lanes = { enter(most: number): (() => void) | undefined }

/** What jobs ask models with; one for the process. */
export type Desk = { models: Models; breaker: Breaker; lanes: Lanes }

export const createDesk = (models: Models): Desk => ({ models, breaker: createBreaker(), lanes: createLanes() })

function createLanes(): Lanes {
  let under = 0
  return {
    enter(most) {
      if (under >= most) return undefined
      under++
      let isOut = false
      return () => {
        if (!isOut) under--
        isOut = true
      }
    },
  }
}
