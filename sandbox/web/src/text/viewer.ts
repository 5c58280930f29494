import { useMemo } from 'react'
import { useLanguage } from '../i18n/words.ts'
import { useWorkspace } from '../state/live.ts'
import { usePersonId } from '../state/session.ts'
import type { DateStyle } from './dates.ts'

/** How dates are written for the person at the window: the shown language, and that person's time zone. */
export function useDateStyle(): DateStyle {
  const language = useLanguage()
  const id = usePersonId()
  const timeZone = useWorkspace((workspace) => (id ? workspace.users.get(id)?.tz : undefined)) || 'Asia/Tokyo'
  return useMemo(() => ({ locale: language === 'ja' ? 'ja-JP' : 'en-US', timeZone }), [language, timeZone])
}

/** A ts as a moment; the digits after the dot only order messages. */
export function momentOf(ts: string): Date {
  return new Date(Number.parseFloat(ts) * 1000)
}
