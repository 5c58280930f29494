import type { Sayable } from '../words/index.ts'

/** How people say that they declare an incident; the words beside it are what happens. */
export const declaring: Sayable = {
  key: 'declare',
  phrases: [
    '宣言',
    '宣言する',
    'インシデントを宣言する',
    '別のインシデント',
    '別のインシデントを宣言する',
    '新しいインシデント',
    '新規インシデント',
    'declare',
    'declare incident',
    'declare another incident',
    'new incident',
    'another incident',
    'report incident',
  ],
  takes: ['text'],
  keepsTimes: true,
}
