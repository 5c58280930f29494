import { lasting } from '../../../kit/time/words.ts'
import { useLocale } from '../../../kit/words/locale.ts'
import { useWords } from '../../../kit/words/words.ts'
import { type Bar, barsOf, type Moments, momentNames } from './moments.ts'
import classes from './picture.module.css'
import { type Break, breaksOf, scaleOf } from './scale.ts'
import { texts } from './texts.ts'

/** In pixels: letters are of one size on a phone and on a desk. */
const [left, right] = [16, 28] as const
/** Before its place has been measured. */
const usualRoom = 960
const unknownWidth = 60
const rows = { users: 28, organisation: 96 } as const
const barHeight = 34
const axisAt = 160
/** As wide as the length in words that stands in it, between two marks; on a phone the rest needs the room more. */
const breakWidths = { usual: 132, narrow: 72, under: 600 } as const
const rowHeight = 26

/** The stretches of these times that are drawn shorter than they were. */
export function shortenedIn(moments: Moments, status: string, now: number): Break[] {
  const { users, organisation } = barsOf(moments, status, now)
  const first = Math.min(users.from, organisation.from)
  const last = Math.max(users.to, organisation.to, first + 60_000)
  const within = momentNames.flatMap((name) => moments[name] ?? []).filter((at) => at > first && at < last)
  return breaksOf([first, users.from, organisation.from, ...within, users.to, organisation.to, last])
}

/** When things were, to scale but for the stretches that are marked. What nobody knows is hatched, and what goes on has an open end; the table beside it says all in words. */
export function TwoBars({
  moments,
  status,
  now,
  label,
  room,
}: {
  moments: Moments
  status: string
  now: number
  label: string
  /** How wide its place is, in pixels; 0 while nobody knows. */
  room: number
}) {
  const t = useWords(texts)
  const locale = useLocale()
  const width = (room || usualRoom) - left - right
  const breakWidth = width < breakWidths.under ? breakWidths.narrow : breakWidths.usual
  const { users, organisation } = barsOf(moments, status, now)
  const first = Math.min(users.from, organisation.from)
  const last = Math.max(users.to, organisation.to, first + 60_000)
  const start = left + (users.isStartKnown ? 0 : unknownWidth)
  const breaks = shortenedIn(moments, status, now)
  const x = scaleOf([first, last], breaks, { from: start, to: left + width, breakWidth })
  const placed = apart(
    momentNames.flatMap((name, n) => {
      const at = moments[name]
      return at === null || at < first || at > last ? [] : [{ number: n + 1, at: x(at) }]
    }),
  )
  const height = axisAt + (breaks.length > 0 ? 34 : 20) + Math.max(0, ...placed.map(({ row }) => row)) * rowHeight
  return (
    <svg className={classes.picture} viewBox={`0 0 ${left + width + right} ${height}`} role="img" aria-label={label}>
      <defs>
        <pattern id="unknown" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="3" height="8" className={classes.ink} />
        </pattern>
        <pattern id="work" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
          <rect width="10" height="10" className={classes.calm} />
          <rect width="2" height="10" className={classes.paper} />
        </pattern>
      </defs>
      {(['users', 'organisation'] as const).map((name) => (
        <g key={name}>
          <text x={left} y={rows[name] - 7} className={classes.name}>
            {t(name)}
          </text>
          <OneBar bar={name === 'users' ? users : organisation} y={rows[name]} x={x} kind={name} />
        </g>
      ))}
      <line x1={left} x2={left + width} y1={axisAt} y2={axisAt} className={classes.axis} />
      {breaks.map(({ from, to }) => (
        <g key={from} transform={`translate(${(x(from) + x(to)) / 2} 0)`}>
          {covers(users, from, to) && <Cut y={rows.users} high={barHeight} />}
          {covers(organisation, from, to) && <Cut y={rows.organisation} high={barHeight} />}
          <Cut y={axisAt - 7} high={14} />
          <text x={0} y={axisAt + 26} textAnchor="middle" className={classes.length}>
            {lasting(to - from, locale)}
          </text>
        </g>
      ))}
      {placed.map(({ number, at, row }) => (
        <g key={number} transform={`translate(${at} ${axisAt})`}>
          <line y1={-axisAt + 26} y2={row * rowHeight} className={classes.tick} />
          <circle r="11" cy={row * rowHeight} className={classes.mark} />
          <text y={row * rowHeight + 5} textAnchor="middle" className={classes.number}>
            {number}
          </text>
        </g>
      ))}
    </svg>
  )
}

const covers = (bar: Bar, from: number, to: number): boolean => bar.from <= from && bar.to >= to

/** Where a bar or the axis is drawn shorter than it was: two slanting lines with nothing between them. */
function Cut({ y, high }: { y: number; high: number }) {
  const [top, foot, slant] = [y - 1, y + high + 3, (high + 4) / 8]
  return (
    <>
      <path
        d={`M${-5 - slant} ${foot} L${-5 + slant} ${top} H${5 + slant} L${5 - slant} ${foot} Z`}
        className={classes.gap}
      />
      <path
        d={`M${-5 - slant} ${foot} L${-5 + slant} ${top} M${5 + slant} ${top} L${5 - slant} ${foot}`}
        className={classes.cut}
      />
    </>
  )
}

/** Marks that would cover each other stand below each other. */
function apart(marks: readonly { number: number; at: number }[]) {
  const placed: { number: number; at: number; row: number }[] = []
  for (const mark of marks) {
    let row = 0
    while (placed.some((other) => other.row === row && Math.abs(other.at - mark.at) < rowHeight)) row++
    placed.push({ ...mark, row })
  }
  return placed
}

function OneBar({ bar, y, x, kind }: { bar: Bar; y: number; x(at: number): number; kind: 'users' | 'organisation' }) {
  const [from, to] = [x(bar.from), x(bar.to)]
  const long = Math.max(to - from, 3)
  return (
    <>
      {!bar.isStartKnown && (
        <rect
          x={from - unknownWidth}
          y={y}
          width={unknownWidth}
          height={barHeight}
          fill="url(#unknown)"
          className={classes.open}
        />
      )}
      <rect
        x={from}
        y={y}
        width={long}
        height={barHeight}
        {...(bar.isStated ? {} : { className: classes.open, fill: 'url(#unknown)' })}
        {...(bar.isStated && kind === 'users' ? { className: classes.users } : {})}
        {...(bar.isStated && kind === 'organisation' ? { className: classes.organisation, fill: 'url(#work)' } : {})}
      />
      {!bar.isOver && (
        <path d={`M${from + long} ${y} l16 ${barHeight / 2} l-16 ${barHeight / 2}`} className={classes.goesOn} />
      )}
    </>
  )
}
