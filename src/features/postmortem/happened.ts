import { happening, plainly } from '../../rooms/record/index.ts'
import { changeTexts } from './happened-texts.ts'

/** How it reads afterwards that somebody worked on the postmortem. */
export const postmortemHappened = happening(plainly(changeTexts, ['postmortem.written', 'postmortem.status_set']))
