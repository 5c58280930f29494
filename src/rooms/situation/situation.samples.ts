import { crewed, longest, troubled, unpublished } from './odd.samples.ts'
import {
  absorbing,
  again,
  cancelled,
  completed,
  declared,
  drill,
  merged,
  overdue,
  recovered,
  reviewed,
  secret,
  silent,
  underWay,
} from './usual.samples.ts'

export { voices } from './parts.samples.ts'
export { declared, secret } from './usual.samples.ts'

/** Every situation that samples, gallery and tests share, by its name. */
export const situations = {
  reviewed,
  declared,
  silent,
  underWay,
  overdue,
  recovered,
  completed,
  cancelled,
  merged,
  absorbing,
  again,
  drill,
  secret,
  troubled,
  unpublished,
  crewed,
  longest,
}
