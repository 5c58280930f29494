import { clip, type InputElement, type ModalView, optionsIn } from '../../kit/block-kit/index.ts'
import type { Fills } from '../faces/index.ts'
import type { World } from '../facts/index.ts'
import { dayIn, momentOn, plusDays, weekdayOf } from '../settings/index.ts'
import type { Voice } from '../situation/index.ts'
import { type Heard, namedIn } from '../words/index.ts'

/** When a form is filled in, and by which clocks. */
export type Moment = { now: Date; timezone: string }

/** Now, by the clocks of the company. */
export const momentOf = ({ clock }: Pick<World, 'clock'>, { settings }: Voice): Moment => ({
  now: clock.now(),
  timezone: settings.timezone,
})

/** A form with what was said beside its verb in the fields that take it; all else stays as it is. */
export function filled(view: ModalView, fills: Fills | undefined, heard: Heard, moment: Moment): ModalView {
  if (!fills) return view
  const chosen = fills.choice && heard.text ? namedIn(heard.text, optionsNamed(view, fills.choice)) : undefined
  // Where the words only name the choice, they are no reason beside it.
  const text = chosen?.isAll ? undefined : heard.text
  return {
    ...view,
    blocks: view.blocks.map((block) => {
      if (block.type !== 'input') return block
      const element = filledElement(block.element, block.block_id, view, {
        fills,
        heard: { ...heard, text },
        chosen: chosen?.value,
        moment,
      })
      return element === block.element ? block : { ...block, element }
    }),
  }
}

type Filling = { fills: Fills; heard: Heard; chosen: string | undefined; moment: Moment }

function filledElement(element: InputElement, field: string, view: ModalView, filling: Filling): InputElement {
  const { fills, heard, chosen, moment } = filling
  switch (element.type) {
    case 'plain_text_input':
      if (field !== fills.text || !heard.text) return element
      return { ...element, initial_value: clip(heard.text, element.max_length ?? 3000) }
    case 'users_select':
      return field === fills.people && heard.people?.[0] ? { ...element, initial_user: heard.people[0] } : element
    case 'multi_users_select': {
      if (field !== fills.people || !heard.people) return element
      return { ...element, initial_users: [...new Set([...(element.initial_users ?? []), ...heard.people])] }
    }
    case 'static_select':
    case 'external_select': {
      const options = optionsIn(view, field)
      const value =
        field === fills.choice ? chosen : field === fills.minutes ? nearest(options, heard, moment) : undefined
      const initial = options.find((each) => each.value === value)
      return initial ? Object.assign(element, { initial_option: initial }) : element
    }
    case 'radio_buttons':
    case 'checkboxes': {
      const option = field === fills.choice ? element.options.find(({ value }) => value === chosen) : undefined
      if (!option) return element
      return element.type === 'checkboxes'
        ? { ...element, initial_options: [option] }
        : { ...element, initial_option: option }
    }
    case 'datetimepicker': {
      const at = field === fills.moment?.field ? momentSaid(heard, fills.moment.lies, element, moment) : undefined
      return at ? { ...element, initial_date_time: Math.floor(at.getTime() / 1000) } : element
    }
    case 'datepicker': {
      const day = field === fills.day ? daySaid(heard, moment) : undefined
      return day ? { ...element, initial_date: day } : element
    }
    case 'conversations_select':
      return element
  }
}

/** What each option of a menu is called: its key and its words. */
function optionsNamed(view: ModalView, field: string): { value: string; names: string[] }[] {
  const block = view.blocks.find((each) => each.type === 'input' && each.block_id === field)
  const element = block?.type === 'input' ? block.element : undefined
  const isChoice = element?.type === 'radio_buttons' || element?.type === 'checkboxes'
  return (isChoice ? element.options : optionsIn(view, field)).map(({ value, text }) => ({
    value,
    names: [value, text.text],
  }))
}

const minuteMs = 60_000

/** The offered number of minutes that comes nearest to what was said. */
function nearest(options: readonly { value: string }[], { spanMs, clock }: Heard, moment: Moment): string | undefined {
  const untilMs = clock && clockAfter(clock, moment).getTime() - moment.now.getTime()
  const ms = spanMs ?? untilMs
  if (ms === undefined) return undefined
  const offered = options.map(({ value }) => value).filter((value) => /^\d+$/.test(value))
  const distance = (value: string) => Math.abs(Number(value) * minuteMs - ms)
  return offered.toSorted((a, b) => distance(a) - distance(b))[0]
}

type Clock = NonNullable<Heard['clock']>
const written = ({ hour, minute }: Clock) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`

function clockAfter(clock: Clock, { now, timezone }: Moment): Date {
  const today = dayIn(timezone, now)
  const at = momentOn(today, written(clock), timezone)
  return at > now ? at : momentOn(plusDays(today, 1), written(clock), timezone)
}

function clockBefore(clock: Clock, { now, timezone }: Moment): Date {
  const today = dayIn(timezone, now)
  const at = momentOn(today, written(clock), timezone)
  return at <= now ? at : momentOn(plusDays(today, -1), written(clock), timezone)
}

/** The moment that was said: by its day and hour, as long ago or ahead; undefined where none was. */
function momentSaid(
  heard: Heard,
  lies: 'behind' | 'ahead',
  { initial_date_time: proposed }: { initial_date_time?: number },
  moment: Moment,
): Date | undefined {
  const { now, timezone } = moment
  const { clock, spanMs, isAgo } = heard
  const day = daySaid({ ...heard, spanMs: undefined }, moment)
  if (day && clock) return momentOn(day, written(clock), timezone)
  if (clock) return lies === 'behind' ? clockBefore(clock, moment) : clockAfter(clock, moment)
  if (day && lies === 'ahead') return onDay(day, proposed, timezone)
  if (spanMs === undefined) return undefined
  if (isAgo) return lies === 'behind' ? new Date(now.getTime() - spanMs) : undefined
  return lies === 'ahead' ? new Date(now.getTime() + spanMs) : undefined
}

/** Another day at the hour that the form proposes. */
function onDay(day: string, proposed: number | undefined, timezone: string): Date | undefined {
  if (proposed === undefined) return undefined
  const at = new Date(proposed * 1000)
  const sinceMidnight = at.getTime() - momentOn(dayIn(timezone, at), '00:00', timezone).getTime()
  return new Date(momentOn(day, '00:00', timezone).getTime() + sinceMidnight)
}

const dayMs = 24 * 60 * minuteMs

/** The day that was said: `2026-12-05`. A date without a year is the next one. */
function daySaid({ day, spanMs, isAgo }: Heard, { now, timezone }: Moment): string | undefined {
  const today = dayIn(timezone, now)
  if (!day)
    return spanMs !== undefined && spanMs >= dayMs && !isAgo ? plusDays(today, Math.round(spanMs / dayMs)) : undefined
  if ('inDays' in day) return plusDays(today, day.inDays)
  if ('weekday' in day) return plusDays(today, (day.weekday - weekdayOf(today) + 7) % 7 || 7)
  const on = (year: number) => `${year}-${String(day.month).padStart(2, '0')}-${String(day.date).padStart(2, '0')}`
  const year = day.year ?? Number(today.slice(0, 4))
  return day.year || on(year) >= today ? on(year) : on(year + 1)
}
