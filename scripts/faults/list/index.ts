import type { Fault } from '../fault.ts'
import { inEdges } from './edges.ts'
import { inFeatures } from './features.ts'
import { inKit } from './kit.ts'
import { roomsAToB } from './rooms-a-b.ts'
import { roomsCToD } from './rooms-c-d.ts'
import { roomsFToI } from './rooms-f-i.ts'
import { roomsLToP } from './rooms-l-p.ts'
import { roomsRToU } from './rooms-r-u.ts'

/** Every fault that is kept, in the order of the tree. */
export const faults: readonly Fault[] = [
  ...roomsAToB,
  ...roomsCToD,
  ...roomsFToI,
  ...roomsLToP,
  ...roomsRToU,
  ...inFeatures,
  ...inKit,
  ...inEdges,
]
