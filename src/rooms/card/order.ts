import type { CardPart } from '../faces/index.ts'

/** The card's lines, part by part and in the order in which they stand there: its own and those of the features. */
export const cardOrder: Readonly<Record<CardPart, readonly string[]>> = {
  said: ['update'],
  fields: [
    'handler',
    'level',
    'start',
    'recovered',
    'checkpoint',
    'todos',
    'actions',
    'urgency',
    'types',
    'postmortem',
  ],
  crew: ['crew', 'knowers'],
  notes: ['declared', 'told', 'called', 'pages'],
  documents: ['publication'],
  warnings: [
    'open-to-all',
    'outside',
    'merged',
    'doubles',
    'name',
    'problems',
    'pages',
    'actions',
    'related',
    'publication',
    'gaps',
    'skipped',
  ],
}
