import { happening, plainly } from '../../rooms/record/index.ts'
import { changeTexts } from './happened-texts.ts'

/** How it reads afterwards that the channel was kept longer. */
export const upkeepHappened = happening(plainly(changeTexts, ['upkeep.archive_put_off']))
