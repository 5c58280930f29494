/**
 * Measures what the bot adds to what Slack itself costs, as ratios, on PGlite and on PostgreSQL. Usage: npm run bench, or
 * npm run bench -- declare (acknowledge, timekeeper, overdue, record, message, postmortem, models, workspace, browsers, home, mix, dashboard, memory) for one of
 * them. `--small` and `--large` are sizes of the dashboard's company, which is kept in .build/bench; `--pglite` or `--postgresql`
 * measures on one database alone.
 */
import { benchAcknowledge } from './acknowledge/index.ts'
import { benchBrowsers } from './browsers/index.ts'
import { benchDashboard } from './dashboard/index.ts'
import { benchDeclare } from './declare/index.ts'
import { benchHome } from './home/index.ts'
import { machine } from './machine.ts'
import { median, percentile } from './median.ts'
import { benchMemory } from './memory/index.ts'
import { benchMessage } from './message/index.ts'
import { benchMix } from './mix/index.ts'
import { benchCatchUp } from './models/catch-up.ts'
import { benchModels } from './models/index.ts'
import { openPostgres } from './postgres.ts'
import { benchPostmortem } from './postmortem/index.ts'
import { benchRecord, inWords } from './record/index.ts'
import { openStage, type Place, type Stage } from './stage.ts'
import { type Row, table } from './table.ts'
import { benchTimekeeper } from './timekeeper/index.ts'
import { benchOverdue } from './timekeeper/overdue.ts'
import { benchWorkspace } from './workspace/index.ts'

const measures: Record<string, (stage: Stage, places: readonly Place[]) => Promise<Row[]>> = {
  async declare(stage, places) {
    const rows: Row[] = []
    for (const place of places) {
      for (const { name, ours, floor, ratio } of await benchDeclare(stage, place)) {
        rows.push([name, `${ours} ms`, `${floor} ms`, ratio.toFixed(2), '≤ 1.3'])
      }
    }
    return rows
  },
  async acknowledge(_, places) {
    const postgresUrl = places.find((place) => place.name === 'PostgreSQL')?.url
    const results = await benchAcknowledge({ postgresUrl })
    return results.map(({ name, ours, bare, ratio }) => [name, `${ours}/s`, `${bare}/s`, ratio.toFixed(2), '≥ 0.5'])
  },
  async timekeeper(stage, places) {
    const rows: Row[] = []
    for (const place of places) {
      const { name, p50, p99, worst } = await benchTimekeeper(stage, place)
      rows.push([`${name}: p99`, `${p99} ms`, `median ${p50}, worst ${worst} ms`, '', '≤ 1000 ms'])
    }
    return rows
  },
  async overdue(_, places) {
    const rows: Row[] = []
    for (const place of places) {
      // A workspace each: the channels of one would take the names from the other's.
      const stage = await openStage()
      const { name, channelMs, allMs, perIncident, refused } = await benchOverdue(stage, place).finally(stage.end)
      rows.push([
        `${name}: a declaration's channel`,
        `${Math.round(median(channelMs))} ms`,
        `worst ${Math.round(Math.max(...channelMs))} ms of ${channelMs.length}`,
        '',
        '≤ 5000 ms',
      ])
      rows.push([
        `${name}: checkpoints`,
        `${perIncident} each`,
        `all after ${Math.round(allMs / 1000)} s, ${refused} refused by limits`,
        '',
        '1 each',
      ])
    }
    return rows
  },
  async postmortem(stage, places) {
    const rows: Row[] = []
    for (const place of places) {
      const { name, first, ours, floor, ratio } = await benchPostmortem(stage, place)
      rows.push([name, `${ours} ms (first ${first})`, `${floor} ms`, ratio.toFixed(1), '≤ 2000 ms'])
    }
    return rows
  },
  async record(stage, places) {
    const rows: Row[] = []
    for (const place of places) {
      const { name, timeline, proposals } = await benchRecord(stage, place)
      rows.push([`${name}: the timeline of 5,000 messages`, ...inWords(timeline), '', '≤ 200 ms'])
      rows.push([`${name}: what may be missing from it`, ...inWords(proposals), '', '≤ 500 ms'])
    }
    return rows
  },
  async message(stage, places) {
    const rows: Row[] = []
    for (const place of places) {
      const { name, ours, floor } = await benchMessage(stage, place)
      const inMs = (ms: number) => `${ms.toFixed(2)} ms of a processor`
      rows.push([
        `${name}: a message, from its event until it is found`,
        inMs(ours),
        inMs(floor),
        (ours / floor).toFixed(1),
        name === 'PGlite' ? '≤ 5' : '≤ 8',
      ])
    }
    return rows
  },
  async models(stage, places) {
    const rows: Row[] = []
    for (const place of places) {
      // Each bot with a database of its own.
      const other: Place = place.name === 'PGlite' ? place : { name: 'PostgreSQL', url: (await postgres.create()).tcp }
      const { name, hanging, none, asked } = await benchModels(stage, place, other)
      const [ours, floor] = [median([...hanging]), median([...none])]
      rows.push([
        `${name}: a summary is opened while its model hangs`,
        `${Math.round(ours)} ms`,
        `${Math.round(floor)} ms with no model; ${asked} questions hung`,
        (ours / floor).toFixed(2),
        '≤ 1.3',
      ])
      const own: Place = place.name === 'PGlite' ? place : { name: 'PostgreSQL', url: (await postgres.create()).tcp }
      const { times, cpuMs } = await benchCatchUp(stage, own)
      rows.push([
        `${name}: catching up with 500 messages, with no model`,
        `${Math.round(median([...times]))} ms`,
        `worst ${Math.round(Math.max(...times))} ms; ${Math.round(cpuMs)} ms of a processor`,
        '',
        '≤ 300 ms',
      ])
    }
    return rows
  },
  async workspace(_, places) {
    const rows: Row[] = []
    for (const place of places) {
      // A small workspace and a large one, each with a bot and a database of its own.
      const other: Place = place.name === 'PGlite' ? place : { name: 'PostgreSQL', url: (await postgres.create()).tcp }
      const it = await benchWorkspace(place, other)
      const times = [it.declaredMs - it.readyMs, it.declaredMs, it.readMs].map((ms) => `${(ms / 1000).toFixed(1)} s`)
      const [declared = '', declaredOfAll = '', read = ''] = times
      const more = Math.round(it.memory - it.memoryOfSmall)
      rows.push([
        `${it.name}: first declaration, 50,000 people, from ready`,
        declared,
        `${declaredOfAll} from a new folder`,
        '',
        '≤ 5 s',
      ])
      rows.push([`${it.name}: all read`, read, `${it.calls} calls, ${it.limited} refused`, '', '0 refused'])
      rows.push([`${it.name}: memory above a small one`, `${more} MB`, inMegabytes(it), ratio(it), '≤ 80 MB'])
    }
    return rows
  },
  async browsers(stage, places) {
    const rows: Row[] = []
    for (const place of places) {
      const { name, atRest, withChanges, boards, seen, missed } = await benchBrowsers(stage, place)
      const per = (share: number) => `${(share * 100).toFixed(1)} % of a core`
      rows.push([`${name}: 200 browsers on what is open, at rest`, per(atRest), '', '', '≤ 10 %'])
      rows.push([`${name}: with a change a second`, per(withChanges), `${boards} boards read again`, '', '≤ 50 %'])
      rows.push([
        `${name}: from its commit until a change stands on a board`,
        `p95 ${percentile(seen, 0.95).toFixed(0)} ms`,
        `p50 ${median(seen).toFixed(0)}, worst ${Math.max(...seen).toFixed(0)} ms of ${seen.length}; ${missed} never`,
        '',
        '≤ 1000 ms, 0 never',
      ])
    }
    return rows
  },
  async home(stage, places) {
    const rows: Row[] = []
    for (const place of places) rows.push(...(await benchHome(stage, place)))
    return rows
  },
  async mix(stage, places) {
    const rows: Row[] = []
    for (const place of places) rows.push(...(await benchMix(stage, place)))
    return rows
  },
  dashboard: (stage, places) => benchDashboard(stage, places, size),
  async memory(stage, places) {
    const results = await benchMemory(stage, places)
    return results.map(({ name, ours, bare, ratio }) => [name, `${ours} MB`, `${bare} MB`, ratio.toFixed(2), ''])
  },
}

const inMegabytes = (it: { memory: number; memoryOfSmall: number }) =>
  `${Math.round(it.memory)} MB, small ${Math.round(it.memoryOfSmall)} MB`
const ratio = (it: { memory: number; memoryOfSmall: number }) => (it.memory / it.memoryOfSmall).toFixed(2)

const given = process.argv.slice(2)
const size = given.includes('--small') ? 'small' : given.includes('--large') ? 'large' : 'usual'
const isWanted = (place: Place) =>
  !given.some((word) => databases.includes(word)) || given.includes(`--${place.name.toLowerCase()}`)
const databases = ['--pglite', '--postgresql']
const wanted = given.filter((word) => !['--small', '--large', ...databases].includes(word))
const unknown = wanted.filter((name) => !measures[name])
if (unknown.length > 0) {
  console.error(`sssbot: there is no measurement ${unknown.join(', ')}: write ${Object.keys(measures).join(', ')}`)
  process.exit(1)
}

console.log(machine())
const postgres = await openPostgres()
try {
  const rows: Row[] = []
  for (const [name, measure] of Object.entries(measures)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    const stage = await openStage()
    try {
      const places: Place[] = [{ name: 'PGlite' }, { name: 'PostgreSQL', url: (await postgres.create()).tcp }]
      rows.push(...(await measure(stage, places.filter(isWanted))))
    } finally {
      await stage.end()
    }
  }
  console.log(table(['what', 'sssbot', 'floor, or bare Bolt', 'ratio', 'aim'], rows))
  console.log(machine())
} finally {
  await postgres.stop()
}
