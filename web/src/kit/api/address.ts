/** An address of the bot's, wherever it lives: the page's `<base>` says so. */
export const addressOf = (path: string): string => new URL(path, document.baseURI).href

/** The path under which the bot lives, `/` or `/sssbot`. */
export const basePath = (): string => new URL(document.baseURI).pathname.replace(/(.)\/$/, '$1')
