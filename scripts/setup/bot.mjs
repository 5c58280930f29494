/**
 * How the bot is run: Node's arguments, relative to the project. A page of a thousand people makes V8's young generation grow to
 * 128 MB, and it seldom shrinks; with 16 MB a half the bot of a large workspace rests near that of a small one.
 */
export const botRun = ['--max-semi-space-size=16', 'src/main.ts']
