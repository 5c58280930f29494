/** How the bot is run: Node’s arguments, relative to the project. */
export declare const botRun: string[]
