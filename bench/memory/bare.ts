/**
 * A bare Bolt app as the getting-started page has it, to compare with: Socket Mode and one listener. Prints a line when
 * it is connected. `SLACK_API_URL` is the sandbox's.
 */
import { App, LogLevel, SocketModeReceiver } from '@slack/bolt'

const clientOptions = { slackApiUrl: process.env.SLACK_API_URL ?? '' }
const logLevel = LogLevel.ERROR
const receiver = new SocketModeReceiver({ appToken: 'xapp-sandbox', logLevel, installerOptions: { clientOptions } })
const app = new App({ token: 'xoxb-sandbox', receiver, clientOptions, logLevel })
app.event('app_mention', async () => {})
await app.start()
console.log('connected')
