import { happening, plainly } from '../../rooms/record/index.ts'
import { texts } from './happened-texts.ts'

/** How it reads afterwards that two incidents became one, and were parted. */
export const mergingHappened = happening(
  plainly(texts, ['incident.merged', 'incident.absorbed', 'incident.parted'], 'course'),
)
