/** A form that somebody has open, from the answer to a mention. */
export type OpenForm = { viewId: string; invitationId: string; userId: string }

/** The timer's name in the table of timers: stored, so never renamed. */
export const formTimer = 'declaration.form_left'

/** For how many milliseconds the invitation says that somebody is filling in the form. */
export const formLastsMs = 10 * 60_000

/** What the timer of a form is about. */
export const formSubject = (viewId: string): string => `form:${viewId}`
export const viewOfForm = (subject: string): string => subject.slice('form:'.length)
