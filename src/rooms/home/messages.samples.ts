import type { Sample } from '../../kit/block-kit/index.ts'
import { situations, voices } from '../situation/situation.samples.ts'
import { homeView } from './messages.ts'

export const samples: Sample[] = [
  { name: 'home/home/quiet', render: (locale) => homeView({ shown: [], more: 0 }, voices[locale]) },
  {
    name: 'home/home/busy',
    render: (locale) =>
      homeView({ shown: [situations.underWay, situations.longest, situations.recovered], more: 3 }, voices[locale]),
  },
]
