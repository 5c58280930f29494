import type { BoardChange } from '../../../../src/rooms/api/contract.ts'
import { addressOf } from '../api/address.ts'

/**
 * What the bot says on its stream: which board it tells of from now on; which incidents are otherwise, and what that makes of the board,
 * or that something may have been missed; that it is still there; and that nothing is heard at the moment.
 */
export type News =
  | { is: 'here'; tag: string }
  | { is: 'changed'; incidents: string[]; mine: boolean; board: BoardChange | null }
  | { is: 'everything' }
  | { is: 'ping' }
  | { is: 'ended' }
  | { is: 'cut' }

type Heard = (news: News) => void

/** The bot gives a sign of life every 15 s. A stream that is silent for so long is none, whatever the network says; in milliseconds. */
const deafMs = 40_000
const lookMs = 5_000

/** When this page last heard something; 0 while nothing is heard. */
let heardAt = 0

/** Whether whatever changes is heard of now. */
export const isLive = (): boolean => Date.now() - heardAt < deafMs

/**
 * Hears what changes, by one stream for all pages of a browser: HTTP/1.1 allows six connections. Whichever page holds the lock listens
 * and tells the others; when it is closed another takes its place. Where browsers have no locks (plain http) each page listens itself.
 */
export function listen(heard: Heard): void {
  const hear: Heard = (news) => {
    heardAt = news.is === 'cut' || news.is === 'ended' ? 0 : Date.now()
    heard(news)
  }
  const others = new BroadcastChannel('sssbot-live')
  others.addEventListener('message', ({ data }: MessageEvent<News>) => hear(data))
  const tell: Heard = (news) => {
    others.postMessage(news)
    hear(news)
  }
  // The lock is held as long as the page is there.
  if (navigator.locks) void navigator.locks.request('sssbot-live', () => new Promise(() => open(tell)))
  else open(hear)
}

function open(tell: Heard, isAgain = false): void {
  const source = new EventSource(addressOf('api/v1/events'))
  let wasCut = isAgain
  let lastSign = Date.now()
  const watch = window.setInterval(() => {
    if (Date.now() - lastSign < deafMs) return
    // The machine slept, or the way to the bot was lost without a word.
    leave()
    tell({ is: 'cut' })
    open(tell, true)
  }, lookMs)
  const leave = () => {
    window.clearInterval(watch)
    source.close()
  }
  for (const sign of ['open', 'here', 'changed', 'everything', 'ping', 'error'])
    source.addEventListener(sign, () => {
      lastSign = Date.now()
    })
  source.addEventListener('ping', () => tell({ is: 'ping' }))
  source.addEventListener('open', () => {
    // Nothing is replayed: after a gap all that is on the screen is read again.
    if (wasCut) tell({ is: 'everything' })
    wasCut = false
  })
  source.addEventListener('here', ({ data }: MessageEvent<string>) => tell({ is: 'here', ...JSON.parse(data) }))
  source.addEventListener('changed', ({ data }: MessageEvent<string>) => tell({ is: 'changed', ...JSON.parse(data) }))
  source.addEventListener('everything', () => tell({ is: 'everything' }))
  source.addEventListener('ended', () => tell({ is: 'ended' }))
  source.addEventListener('error', () => {
    if (!wasCut) tell({ is: 'cut' })
    wasCut = true
    // Answered otherwise than with a stream, browsers give up: the bot may be starting, or nobody is signed in.
    if (source.readyState !== EventSource.CLOSED) return
    leave()
    tell({ is: 'ended' })
    window.setTimeout(() => open(tell), 5_000)
  })
}
