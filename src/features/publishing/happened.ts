import { happening, plainly } from '../../rooms/record/index.ts'
import { changeTexts } from './happened-texts.ts'

/** How it reads afterwards what became of the pull request. */
export const publishingHappened = happening(
  plainly(changeTexts, [
    'publishing.opened',
    'publishing.merged',
    'publishing.closed',
    'publishing.withdrawn',
    'publishing.tried_again',
  ]),
)
