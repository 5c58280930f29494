import type { Material } from '../../material.ts'
import { readingOf } from '../candidates.ts'
import type { Claim } from '../claim.ts'

/** Whether more speaks against a message than for it: nobody has to strike such a proposal from a gap where there is none better. */
export const isDisbelieved = ({ saying }: Claim, material: Material): boolean =>
  (readingOf(material).creditOf(saying) ?? 0) < 0
