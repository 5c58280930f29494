const made = new Map<string, Intl.DateTimeFormat>()

/**
 * The format of dates in a language (BCP 47) and a time zone. Each is made once and kept: making one takes some fifty times
 * as long as using it, and every message that names a moment uses one.
 */
export function dateFormat(
  language: string,
  options: Intl.DateTimeFormatOptions & { timeZone: string },
): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`
  const format = made.get(key) ?? new Intl.DateTimeFormat(language, options)
  made.set(key, format)
  return format
}
