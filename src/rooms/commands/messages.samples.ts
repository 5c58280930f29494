import type { Sample } from '../../kit/block-kit/index.ts'
import { situations, voices } from '../situation/situation.samples.ts'
import type { Command } from './command.ts'
import { commands } from './registry.ts'

const now = new Date('2026-11-23T15:05:00+09:00')

/** The form of every verb that has one, with ordinary words and with the longest. */
export const samples: Sample[] = Object.values<Command>(commands).flatMap(({ verb, form }) =>
  form
    ? (['underWay', 'longest'] as const).map((state) => ({
        name: `commands/${verb}/${state}`,
        render: (locale: 'ja' | 'en') => form(situations[state], voices[locale], now, null),
      }))
    : [],
)
