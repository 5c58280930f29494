import type { Sample } from '../situation/sample.ts'
import { linkMessage } from './messages.ts'

const address = 'https://bot.example.com/sign-in/link/lnk_01/1764000000-abcdefghijklmnopqrstuvwxyz012345'

export const samples: readonly Sample[] = [
  { name: 'sessions/link', to: 'person', about: [], render: (locale) => linkMessage(address, locale) },
]
