/** What only who runs the bot finds here. */
export const OPERATOR_PATH = '/doctor'
export const STATUS_PATH = '/status'
export const TRY_AGAIN_PATH = '/status/try-again'
