import type { Models } from '../../kit/models/index.ts'
import { type Breaker, createBreaker } from './breaker.ts'

/** How many questions are under way, so that no more are than the settings allow. */
export type Lanes = { enter(most: number): (() => void) | undefined; hasRoom(most: number): boolean }

/** What jobs ask models with; one for the process. */
export type Desk = {
  models: Models
  breaker: Breaker
  lanes: Lanes
  /** Questions that wait for a lane, each until when it comes back: of many alike one waits. */
  waiting: Map<string, Date>
  /** How many people who pressed something are being answered now. */
  inHand(): number
}

export const createDesk = (models: Models, inHand: () => number = () => 0): Desk => ({
  models,
  breaker: createBreaker(),
  lanes: createLanes(),
  waiting: new Map(),
  inHand,
})

function createLanes(): Lanes {
  let under = 0
  return {
    hasRoom: (most) => under < most,
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
